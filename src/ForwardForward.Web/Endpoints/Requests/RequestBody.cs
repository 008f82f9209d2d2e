using System.Buffers;
using ForwardForward.Web.Endpoints.Problems;

namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>Reads bodies whole, up to a limit.</summary>
public static class RequestBody
{
    private const int Piece = 64 * 1024;

    /// <summary>Reads the body; what is over the limit is read too, but not kept.</summary>
    /// <exception cref="RequestException">413: it is longer than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            long length = 0;
            for (int read; (read = await request.Body.ReadAsync(piece, cancellation)) > 0;)
            {
                length += read;
                if (length <= limit)
                {
                    body.Write(piece, 0, read);
                }
            }

            return length <= limit
                ? body.ToArray()
                : throw new RequestException(
                    StatusCodes.Status413PayloadTooLarge,
                    $"The body is too large: {request.Method} {request.Path} takes at most {limit:N0} bytes of {request.ContentType}; this one has {length:N0}.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
