using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.SignalR;

namespace ForwardForward.Web.Hubs;

/// <summary>Lets the caller of a hub method read the sentence of an error that is the caller's; all others go to the log.</summary>
public sealed class SentenceFilter(ILogger<SentenceFilter> logger) : IHubFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception error) when (Sentences.For(error) is { } known)
        {
            throw new HubException(known.Sentence);
        }
        catch (Exception error) when (error is not (HubException or OperationCanceledException))
        {
            logger.LogError(error, "{Method} of the hub failed", invocationContext.HubMethodName);
            throw;
        }
    }
}
