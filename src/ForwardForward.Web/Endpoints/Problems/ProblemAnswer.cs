using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace ForwardForward.Web.Endpoints.Problems;

/// <summary>Writes a ProblemDetails (RFC 9457) whatever the caller said it accepts: whoever asks for a picture still gets the sentence.</summary>
public static class ProblemAnswer
{
    /// <summary>The media type of every error.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Writes the answer.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        var problem = new ProblemDetails
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = detail,
            Instance = context.Request.Path,
        };
        return context.Response.WriteAsJsonAsync(problem, options: null, MediaType, CancellationToken.None);
    }
}
