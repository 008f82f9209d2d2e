namespace ForwardForward.Web.Endpoints.Problems;

/// <summary>A request that cannot be answered as it is; the message names the thing, its value and what would be right.</summary>
/// <param name="status">HTTP status, 4xx.</param>
/// <param name="message">The sentence for the caller.</param>
public sealed class RequestException(int status, string message) : Exception(message)
{
    /// <summary>HTTP status, 4xx.</summary>
    public int Status { get; } = status;

    /// <summary>400: the request is wrong in itself.</summary>
    public static RequestException Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
