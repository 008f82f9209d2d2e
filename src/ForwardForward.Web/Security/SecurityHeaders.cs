using System.Security.Cryptography;

namespace ForwardForward.Web.Security;

/// <summary>
/// Headers that keep a page to itself. Scripts come from here alone, inline ones only with the nonce of the response (the import map needs
/// it); inline styles are allowed because MudBlazor and Plotly set them all the time; data: and blob: pictures are what canvases and chart
/// downloads make.
/// </summary>
public static class SecurityHeaders
{
    private const string NonceItem = "csp-nonce";

    /// <summary>The nonce for inline scripts of this response; empty outside a request.</summary>
    public static string Nonce(HttpContext? context) => context?.Items[NonceItem] as string ?? "";

    /// <summary>Adds the headers to every response.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceItem] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    });
}
