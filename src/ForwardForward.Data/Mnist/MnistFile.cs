namespace ForwardForward.Data.Mnist;

/// <summary>One of MNIST's four files.</summary>
/// <param name="Name">Its name without ".gz", such as <c>train-images-idx3-ubyte</c>.</param>
/// <param name="Dimensions">3 for images, 1 for labels.</param>
/// <param name="UnpackedBytes">Size of the unpacked file.</param>
/// <param name="Sha256">SHA-256 of the unpacked file, lower-case hexadecimal.</param>
public sealed record MnistFile(string Name, int Dimensions, long UnpackedBytes, string Sha256)
{
    /// <summary>Name of the compressed file, as mirrors serve it.</summary>
    public string GzipName => Name + ".gz";

    /// <summary>
    /// Names under which the file is looked for, best first. Some tools write ".idx3-ubyte" in place of "-idx3-ubyte" when they unpack.
    /// </summary>
    public IEnumerable<string> LocalNames
    {
        get
        {
            var dotted = Name.Replace("-idx", ".idx", StringComparison.Ordinal);
            return [GzipName, Name, dotted + ".gz", dotted];
        }
    }
}
