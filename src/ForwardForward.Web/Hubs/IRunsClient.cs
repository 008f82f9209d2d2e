using ForwardForward.Web.Hubs.Messages;

namespace ForwardForward.Web.Hubs;

/// <summary>What the hub calls on a client without being asked; everything else is a stream or an answer.</summary>
public interface IRunsClient
{
    /// <summary>The first message of a connection: what the hub allows.</summary>
    Task Welcome(WelcomeMessage welcome);
}
