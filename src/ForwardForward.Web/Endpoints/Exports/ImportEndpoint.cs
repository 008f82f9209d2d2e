using System.Buffers;
using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using ForwardForward.Web.Endpoints.Problems;
using ForwardForward.Web.Endpoints.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ForwardForward.Web.Endpoints.Exports;

/// <summary>Makes a run out of a file.</summary>
public static class ImportEndpoint
{
    private const string Binary = "application/octet-stream";
    private const int Piece = 1 << 16;

    /// <summary>Adds <c>POST /api/runs/import</c>.</summary>
    public static void MapImport(this IEndpointRouteBuilder api) => api.MapPost("/runs/import", ImportAsync)
        .WithName("ImportRun")
        .WithSummary("Makes a run out of an exported file or a checkpoint")
        .WithDescription(
            $"The body is the file, {Binary}. Everything is checked before anything is stored. The run is paused where its schedule is not over, else completed; "
            + "it classifies, and can be forked or gone on with. A plain checkpoint has no history, so its run begins without curves.")
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status507InsufficientStorage);

    private static async Task<CreatedAtRoute<RunAnswer>> ImportAsync(HttpRequest request, IRunService runs, CancellationToken cancellation)
    {
        if (request.ContentType?.Split(';')[0].Trim().Equals(Binary, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, $"A run comes as {Binary}, the bytes of a safetensors file; got the content type '{request.ContentType ?? "none"}'.");
        }

        if (request.ContentLength > BodyLimits.Run)
        {
            throw TooLarge(request.ContentLength.Value);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = BodyLimits.Run + BodyLimits.HangUp;
        }

        await using var file = await ReceiveAsync(request, cancellation);
        return RunEndpoints.Created(await runs.ImportAsync(file, cancellation));
    }

    // To a file that goes away when it is closed: a run can be larger than the memory one would give to a request.
    private static async Task<FileStream> ReceiveAsync(HttpRequest request, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"forwardforward-{Guid.NewGuid():N}.upload");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Piece, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (int read; (read = await request.Body.ReadAsync(piece, cancellation)) > 0;)
            {
                if (file.Length + read > BodyLimits.Run)
                {
                    throw TooLarge(file.Length + read);
                }

                await file.WriteAsync(piece.AsMemory(0, read), cancellation);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static RequestException TooLarge(long length) => new(
        StatusCodes.Status413PayloadTooLarge, $"The file is too large: a run has at most {BodyLimits.Run:N0} bytes; this one has {length:N0} or more.");
}
