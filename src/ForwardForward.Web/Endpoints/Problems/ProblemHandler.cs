using ForwardForward.Web.Endpoints.Requests;
using Microsoft.AspNetCore.Diagnostics;

namespace ForwardForward.Web.Endpoints.Problems;

/// <summary>Turns errors of endpoints into ProblemDetails: the caller's with their sentence, ours as 500 without inner details.</summary>
public sealed class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!ApiPaths.Contains(httpContext.Request.Path))
        {
            return false;
        }

        var (status, sentence) = Sentences.For(exception) ?? exception switch
        {
            BadHttpRequestException bad => (bad.StatusCode, Describe(httpContext, bad)),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => (StatusCodes.Status499ClientClosedRequest, "The caller has left."),
            _ => (StatusCodes.Status500InternalServerError, "Something went wrong in the program itself; its log says what."),
        };
        if (status == StatusCodes.Status500InternalServerError)
        {
            logger.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
        }

        await ProblemAnswer.WriteAsync(httpContext, status, sentence);
        return true;
    }

    private static string Describe(HttpContext context, BadHttpRequestException bad) => bad.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? $"The body is far too large: {context.Request.Method} {context.Request.Path} was sent more than {BodyLimits.HangUp:N0} bytes."
        : BindingError.TryDescribe(bad.Message) ?? bad.Message;
}
