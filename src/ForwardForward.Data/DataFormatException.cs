namespace ForwardForward.Data;

/// <summary>
/// A data file is not what it should be. The message is one sentence that names the file, the value found and what would be right.
/// </summary>
public sealed class DataFormatException : Exception
{
    /// <summary>An unspecified fault.</summary>
    public DataFormatException()
        : base("A data file is not what it should be.")
    {
    }

    /// <summary>A fault with its sentence.</summary>
    public DataFormatException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with its sentence and the exception that revealed it.</summary>
    public DataFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
