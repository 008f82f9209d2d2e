using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.Mvc;

namespace ForwardForward.Web.Endpoints;

/// <summary>Says in the OpenAPI document which errors an endpoint answers with.</summary>
public static class Refusals
{
    /// <summary>Adds the statuses.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ProblemDetails>(status, ProblemAnswer.MediaType);
        }

        return endpoint;
    }
}
