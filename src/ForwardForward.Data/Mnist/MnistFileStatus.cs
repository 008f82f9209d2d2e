namespace ForwardForward.Data.Mnist;

/// <summary>How it stands with one of MNIST's files on this computer.</summary>
/// <param name="File">Which one.</param>
/// <param name="Path">Where it lies; null when it is missing.</param>
/// <param name="Bytes">Size on disk; 0 when it is missing.</param>
/// <param name="State">Missing, there, right or wrong.</param>
/// <param name="Fault">What is wrong with it, a sentence; null otherwise.</param>
public sealed record MnistFileStatus(MnistFile File, string? Path, long Bytes, MnistFileState State, string? Fault);

/// <summary>What is known of a file.</summary>
public enum MnistFileState
{
    /// <summary>In no folder.</summary>
    Missing,

    /// <summary>There, not looked into.</summary>
    Present,

    /// <summary>There, and its content has the right checksum.</summary>
    Verified,

    /// <summary>There, but broken or another file.</summary>
    Wrong,
}
