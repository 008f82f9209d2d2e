namespace ForwardForward.Data.Downloads;

/// <summary>A file could not be downloaded. The message is one sentence that names the file, every mirror and what was wrong with it.</summary>
public sealed class DownloadException : Exception
{
    /// <summary>An unspecified fault.</summary>
    public DownloadException()
        : base("A file could not be downloaded.")
    {
    }

    /// <summary>A fault with its sentence.</summary>
    public DownloadException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with its sentence and the exception that revealed it.</summary>
    public DownloadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
