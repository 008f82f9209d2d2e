using ForwardForward.Frames.Codec;
using MessagePack.Resolvers;
using Microsoft.AspNetCore.SignalR;

namespace ForwardForward.Web.Hubs;

/// <summary>The hub <c>/hubs/runs</c> with both protocols and its limits.</summary>
public static class RunsHubSetup
{
    /// <summary>Adds its services.</summary>
    public static void AddRunsHub(this IServiceCollection services) => services
        .AddSignalR()
        .AddHubOptions<RunsHub>(hub =>
        {
            hub.MaximumReceiveMessageSize = HubLimits.LargestMessage;
            hub.MaximumParallelInvocationsPerClient = 4;
            hub.AddFilter<SentenceFilter>();
        })
        .AddJsonProtocol(json => json.PayloadSerializerOptions.Converters.Add(new FrameJson()))
        .AddMessagePackProtocol(packed => packed.SerializerOptions = packed.SerializerOptions.WithResolver(
            CompositeResolver.Create(FrameResolver.Instance, packed.SerializerOptions.Resolver)));

    /// <summary>Adds its endpoint.</summary>
    public static void MapRunsHub(this IEndpointRouteBuilder app) => app.MapHub<RunsHub>("/hubs/runs");
}
