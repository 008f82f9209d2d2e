using System.Net;
using ForwardForward.Web.Endpoints.Problems;

namespace ForwardForward.Web.Security;

/// <summary>
/// While the program listens on loopback only because nobody told it otherwise, it answers to loopback names only. So a foreign name that
/// resolves to 127.0.0.1 (DNS rebinding) gets nothing.
/// </summary>
public static class LoopbackHosts
{
    /// <summary>Adds the guard.</summary>
    public static IApplicationBuilder UseLoopbackHosts(this IApplicationBuilder app) => app.Use((context, next) =>
        IsLoopback(context.Request.Host.Host)
            ? next(context)
            : ProblemAnswer.WriteAsync(
                context, StatusCodes.Status421MisdirectedRequest,
                $"This program answers to localhost only; got the host '{context.Request.Host.Host}'. Start it with --urls (for instance --urls http://0.0.0.0:5000) to let other names in."));

    /// <summary>Whether a host name or address means this machine itself.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
