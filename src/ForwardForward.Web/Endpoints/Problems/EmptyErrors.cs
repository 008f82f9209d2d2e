namespace ForwardForward.Web.Endpoints.Problems;

/// <summary>Gives the errors that routing answers without a body (no such path, wrong method, wrong content type) their sentence.</summary>
public static class EmptyErrors
{
    /// <summary>Adds the middleware; it must stand inside those that turn errors into pages.</summary>
    public static IApplicationBuilder UseSentencesForEmptyErrors(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        var response = context.Response;
        if (ApiPaths.Contains(context.Request.Path) && response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
        {
            await ProblemAnswer.WriteAsync(context, response.StatusCode, Describe(context));
        }
    });

    private static string Describe(HttpContext context)
    {
        var request = context.Request;
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {request.Method} {request.Path}; /openapi/v1.json lists what there is.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Path} does not take {request.Method}; it takes {context.Response.Headers.Allow}.",
            StatusCodes.Status415UnsupportedMediaType => $"{request.Method} {request.Path} takes application/json; got the content type '{request.ContentType ?? "none"}'.",
            var status => $"{request.Method} {request.Path} was refused with status {status}.",
        };
    }
}
