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

    /// <summary>Does something with values that came from outside; what it does not take becomes a 400 in its words.</summary>
    public static T From<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (ArgumentException wrong)
        {
            throw Bad(wrong.ParamName is { } name ? wrong.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : wrong.Message);
        }
    }
}
