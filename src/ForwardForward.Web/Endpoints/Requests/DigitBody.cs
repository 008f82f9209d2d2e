using ForwardForward.Imaging;
using ForwardForward.Web.Endpoints.Problems;
using Microsoft.Net.Http.Headers;

namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>Reads a digit from a body: 784 bytes as they are, a picture or strokes prepared as MNIST's digits were.</summary>
public static class DigitBody
{
    /// <summary>784 bytes.</summary>
    public const string Bytes = "application/octet-stream";

    private const int Pixels = DigitPreparation.Size * DigitPreparation.Size;

    /// <summary>Reads 28 x 28 bytes, 0 background, 255 ink.</summary>
    /// <exception cref="RequestException">It is no digit: 400 where the body is wrong, 413 too large, 415 another content type, 422 no ink.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value : null;
        var pixels = type?.ToLowerInvariant() switch
        {
            Bytes => await ReadPixelsAsync(request, cancellation),
            "image/png" or "image/jpeg" => await ReadPictureAsync(request, cancellation),
            "application/json" => await ReadStrokesAsync(request, cancellation),
            _ => throw new RequestException(
                StatusCodes.Status415UnsupportedMediaType,
                $"A digit comes as {Bytes} ({Pixels} bytes), image/png, image/jpeg or application/json (strokes); got the content type '{request.ContentType ?? "none"}'."),
        };
        return pixels is not null && pixels.AsSpan().ContainsAnyExcept((byte)0)
            ? pixels
            : throw new RequestException(StatusCodes.Status422UnprocessableEntity, "There is no ink in it, so there is no digit to judge: draw something first.");
    }

    private static async Task<byte[]> ReadPixelsAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = await RequestBody.ReadAsync(request, BodyLimits.Command, cancellation);
        return body.Length == Pixels
            ? body.ToArray()
            : throw RequestException.Bad($"An {Bytes} body must have exactly {Pixels} bytes (28 rows of 28, 0 background, 255 ink); got {body.Length}.");
    }

    private static async Task<byte[]?> ReadPictureAsync(HttpRequest request, CancellationToken cancellation)
    {
        var file = await RequestBody.ReadAsync(request, BodyLimits.Picture, cancellation);
        return RequestException.From(() => DigitPreparation.FromPicture(file.Span));
    }

    private static async Task<byte[]?> ReadStrokesAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var document = await JsonBody.ReadDocumentAsync(request, BodyLimits.Strokes, cancellation);
        var strokes = StrokesJson.Read(document.RootElement);
        return RequestException.From(() => DigitPreparation.FromStrokes(strokes));
    }
}
