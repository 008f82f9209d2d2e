namespace ForwardForward.Experiments.Trainers;

/// <summary>Every kind of training procedure, found by itself: one file each in this folder.</summary>
internal static class TrainerFamilies
{
    private static readonly Dictionary<string, ITrainerFamily> Families = typeof(TrainerFamilies).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsSealed: true } && type.IsAssignableTo(typeof(ITrainerFamily)))
        .Select(type => (ITrainerFamily)Activator.CreateInstance(type)!)
        .ToDictionary(family => family.Name, StringComparer.Ordinal);

    /// <summary>Names of the settings that every run has, whatever its trainer.</summary>
    public static IReadOnlyList<string> CommonSettings { get; } =
    [
        "epochs", "learningRate", "batchSize", "schedule", "weightDecay", "smoothing", "hiddenUnits", "activation",
        "trainImages", "validationImages", "testImages", "validateEvery",
    ];

    /// <summary>Names of all families, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Families.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The family of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    public static ITrainerFamily Get(string name) => Families.TryGetValue(name, out var family)
        ? family
        : throw new ArgumentException($"There is no trainer called '{name}'. There is: {string.Join(", ", Names)}.", nameof(name));
}
