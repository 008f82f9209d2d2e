using ForwardForward.Data.Downloads;
using ForwardForward.Data.Handwriting;
using ForwardForward.Data.Mnist;

namespace ForwardForward.Data;

/// <summary>Where data sets are looked for and whether they may be fetched.</summary>
public sealed record DataPaths
{
    /// <summary>Environment variable that names a read-only folder of data sets, with <c>mnist/</c> in it.</summary>
    public const string FolderVariable = "FORWARDFORWARD_DATASETS";

    /// <summary>Folder of data sets that is only read; null when there is none. Looked at first.</summary>
    public string? ReadOnlyFolder { get; init; }

    /// <summary>Folder of data sets that downloads go to; looked at second. Created when something is downloaded.</summary>
    public required string Folder { get; init; }

    /// <summary>How missing files are fetched; null, as it is unless a program asks for it, when nothing is.</summary>
    public DownloadOptions? Download { get; init; }

    /// <summary>Remembers which downloads failed.</summary>
    public DownloadAttempts Attempts { get; init; } = new();

    /// <summary>What MNIST's files must be; tests put small ones here.</summary>
    public MnistFiles MnistFiles { get; init; } = MnistFiles.Standard;

    /// <summary>Seed of the synthetic digits: everybody sees the same ones.</summary>
    public ulong SyntheticSeed { get; init; } = 1;

    /// <summary>Training pictures of the handwriting set; tests make few.</summary>
    public int HandwritingCount { get; init; } = HandwritingSet.TrainCount;

    /// <summary>The usual places: <see cref="FolderVariable"/>, then <c>datasets</c> in the data directory; downloads as the program and its user want them.</summary>
    public static DataPaths FromEnvironment(string dataDirectory) => new()
    {
        ReadOnlyFolder = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : null,
        Folder = Path.Combine(dataDirectory, "datasets"),
        Download = DownloadOptions.OfProcess(),
    };
}
