using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace ForwardForward.Data.Downloads;

/// <summary>A gzip file to download, known by what it unpacks to: packers differ, content does not.</summary>
/// <param name="Name">Name at the mirror and on disk.</param>
/// <param name="UnpackedBytes">Size of the unpacked content.</param>
/// <param name="Sha256">SHA-256 of the unpacked content, lower-case hexadecimal.</param>
public sealed record PackedFile(string Name, long UnpackedBytes, string Sha256)
{
    private const int Block = 1 << 16;

    /// <summary>Bytes that are accepted at most: gzip adds little even to content that it cannot shrink.</summary>
    public long MaximumBytes => UnpackedBytes + (UnpackedBytes / 100) + 1024;

    /// <summary>What is wrong with a file on disk; null when it unpacks to the right content. Stops as soon as there is too much of it.</summary>
    public string? FaultOf(string path, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Block, FileOptions.SequentialScan);
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long total = 0;
            while (unpacked.Read(buffer) is > 0 and var read)
            {
                cancellation.ThrowIfCancellationRequested();
                total += read;
                if (total > UnpackedBytes)
                {
                    return $"unpacks to more than {UnpackedBytes} bytes";
                }

                hash.AppendData(buffer, 0, read);
            }

            var found = Convert.ToHexStringLower(hash.GetHashAndReset());
            return found == Sha256 ? null : $"has the wrong SHA-256 {found}";
        }
        catch (InvalidDataException)
        {
            return "is no gzip file";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
