using ForwardForward.Recipes;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>What <c>bench</c> was asked for.</summary>
internal sealed record BenchRequest
{
    /// <summary>Recipes whose nets are measured.</summary>
    public required IReadOnlyList<string> Recipes { get; init; }

    /// <summary>Scale of the nets.</summary>
    public Scale Scale { get; init; } = Scale.Paper;

    /// <summary>Settings of the recipes that are changed, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Epochs that a net is trained before it is measured.</summary>
    public int AfterEpochs { get; init; } = 1;

    /// <summary>Checkpoint to measure in place of the recipes; null for none.</summary>
    public string? Model { get; init; }

    /// <summary>Threads that work.</summary>
    public required int Threads { get; init; }

    /// <summary>Where data sets lie.</summary>
    public required DataFolders Places { get; init; }

    /// <summary>Whether products are timed against the system's OpenBLAS too.</summary>
    public bool AgainstOpenBlas { get; init; }
}
