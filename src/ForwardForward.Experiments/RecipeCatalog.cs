namespace ForwardForward.Experiments;

/// <summary>Every recipe of the product, found by itself.</summary>
public static class RecipeCatalog
{
    /// <summary>Ids in the order in which people should see them.</summary>
    public static IReadOnlyList<string> Ids { get; } = [];

    /// <summary>A recipe at a scale.</summary>
    /// <exception cref="ArgumentException">There is no such recipe; the message lists those that exist.</exception>
    public static Recipe Get(string id, Scale scale) => throw new NotImplementedException(id + scale);
}
