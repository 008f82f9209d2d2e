using ForwardForward.Imaging;
using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.Http.Features;
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
            "image/png" or "image/jpeg" => Prepare(await ReadAllAsync(request, BodyLimit.Picture, cancellation)),
            "application/json" => await StrokesAsync(request, cancellation),
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
        var body = await ReadAllAsync(request, BodyLimit.Command, cancellation);
        return body.Length == Pixels
            ? body
            : throw RequestException.Bad($"An {Bytes} body must have exactly {Pixels} bytes (28 rows of 28, 0 background, 255 ink); got {body.Length}.");
    }

    private static async Task<byte[]?> StrokesAsync(HttpRequest request, CancellationToken cancellation)
    {
        Limit(request, BodyLimit.Strokes);
        using var document = await JsonBody.ReadDocumentAsync(request, cancellation);
        var strokes = StrokesJson.Read(document.RootElement);
        return Refusing(() => DigitPreparation.FromStrokes(strokes));
    }

    private static byte[]? Prepare(byte[] file) => Refusing(() => DigitPreparation.FromPicture(file));

    private static byte[]? Refusing(Func<byte[]?> prepare)
    {
        try
        {
            return prepare();
        }
        catch (ArgumentException wrong)
        {
            throw RequestException.Bad(wrong.Message);
        }
    }

    private static async Task<byte[]> ReadAllAsync(HttpRequest request, long limit, CancellationToken cancellation)
    {
        Limit(request, limit);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return body.ToArray();
    }

    private static void Limit(HttpRequest request, long limit)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit;
        }
    }
}
