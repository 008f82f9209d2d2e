namespace ForwardForward.Recipes;

/// <summary>What a recipe is, for lists and people.</summary>
/// <param name="Id">Name in links, files and commands, such as <c>ff-supervised-small</c>.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Summary">One or two sentences: what it shows.</param>
public sealed record RecipeInfo(string Id, string Title, string Summary)
{
    /// <summary>What it has in common with recipes like it: one of <see cref="RecipeFamilies"/>, or a name of its own.</summary>
    public string Family { get; init; } = "";

    /// <summary>Place in lists for people, low first.</summary>
    public int Order { get; init; }

    /// <summary>The experiment of the paper that it reproduces or varies; null for one of our own.</summary>
    public PaperExperiment? Paper { get; init; }
}
