using Microsoft.OpenApi;

namespace ForwardForward.Web.Endpoints.OpenApi;

/// <summary>The OpenAPI document, <c>/openapi/v1.json</c>.</summary>
public static class ApiDocument
{
    private const string Description =
        "Starts, steers and watches Forward-Forward runs, and lets them judge digits while they train. Every error is a ProblemDetails whose 'detail' is a sentence: "
        + "what was wrong, the value that came, and what would be right. Live streams are at the SignalR hub /hubs/runs (JSON and MessagePack). There is no authentication: "
        + "the program listens on loopback unless told otherwise, and refuses requests that a page of another origin makes.";

    /// <summary>Adds the document.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "ForwardForward", Version = "v1", Description = Description };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            ApiExamples.AddTo(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName);
            return Task.CompletedTask;
        });
    });
}
