namespace ForwardForward.Data.Downloads;

/// <summary>Where files are fetched from, and how patiently.</summary>
public sealed record DownloadOptions
{
    /// <summary>Environment variable that switches downloads off: <c>off</c>.</summary>
    public const string Variable = "FORWARDFORWARD_DOWNLOADS";

    /// <summary>Name of the <see cref="AppContext"/> switch that a program sets when its user may expect it to use the network.</summary>
    public const string Switch = "ForwardForward.Downloads";

    /// <summary>MNIST's public mirrors. Each ends with a slash.</summary>
    public static IReadOnlyList<Uri> MnistMirrors { get; } =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
    ];

    /// <summary>Folders that hold the files, tried in this order. Each must end with a slash.</summary>
    public IReadOnlyList<Uri> Mirrors { get; init; } = MnistMirrors;

    /// <summary>How long a mirror may take to connect and begin its answer. Short, so that a computer without a network does not wait.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a mirror may send nothing in the midst of a file.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after a failure no other attempt is made, so that starts of runs do not wait again and again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What sends the requests, left to its owner to dispose; null makes the usual one.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The usual options where the program has set <see cref="Switch"/> and <see cref="Variable"/> is not "off"; else null, which means no downloads.</summary>
    public static DownloadOptions? OfProcess() =>
        AppContext.TryGetSwitch(Switch, out var wanted) && wanted
            && !string.Equals(Environment.GetEnvironmentVariable(Variable), "off", StringComparison.OrdinalIgnoreCase)
            ? new DownloadOptions()
            : null;
}
