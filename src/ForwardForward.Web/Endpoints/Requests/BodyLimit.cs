using Microsoft.AspNetCore.Http.Metadata;

namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>How many bytes the body of an endpoint may have; Kestrel refuses more with 413 while reading.</summary>
/// <param name="bytes">The limit.</param>
public sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
{
    /// <summary>Enough for any JSON command.</summary>
    public const long Command = 64 * 1024;

    /// <summary>A photograph from a telephone.</summary>
    public const long Picture = 16 * 1024 * 1024;

    /// <summary>Strokes: tens of thousands of points, far more than a hand draws.</summary>
    public const long Strokes = 1024 * 1024;

    /// <inheritdoc/>
    public long? MaxRequestBodySize { get; } = bytes;
}
