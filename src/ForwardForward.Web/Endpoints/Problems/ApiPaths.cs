namespace ForwardForward.Web.Endpoints.Problems;

/// <summary>Which paths speak to programs (errors are ProblemDetails) and which to people (errors are a page).</summary>
public static class ApiPaths
{
    private static readonly PathString[] Roots = ["/api", "/hubs", "/health", "/openapi"];

    /// <summary>Whether a path speaks to programs.</summary>
    public static bool Contains(PathString path) => Array.Exists(Roots, root => path.StartsWithSegments(root));
}
