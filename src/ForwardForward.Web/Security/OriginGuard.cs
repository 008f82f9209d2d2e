using ForwardForward.Web.Endpoints.Problems;

namespace ForwardForward.Web.Security;

/// <summary>
/// Refuses what a page of another origin makes a browser send: a form to <c>/api</c>, a web socket to a hub. There is no password that
/// would stop it, and neither a plain form nor a web socket asks CORS first. Programs send no Origin and pass.
/// </summary>
public static class OriginGuard
{
    /// <summary>Adds the guard.</summary>
    public static IApplicationBuilder UseOriginGuard(this IApplicationBuilder app) => app.Use((context, next) =>
        IsHarmless(context.Request)
            ? next(context)
            : ProblemAnswer.WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                $"A page of '{context.Request.Headers.Origin}' may not send {context.Request.Method} {context.Request.Path} to {context.Request.Host}: only pages of this program may."));

    private static bool IsHarmless(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var opensSocket = request.Headers.Upgrade.Count > 0;
        return origin.Length == 0
            || ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !opensSocket)
            || request.Headers["Sec-Fetch-Site"] == "same-origin" // what browsers say, and pages cannot: right behind a proxy that changes Host, too
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
