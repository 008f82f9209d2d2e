using ForwardForward.Learning.Models;
using ForwardForward.Web.Endpoints.Requests;
using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>What the network makes of a digit.</summary>
/// <param name="Label">The verdict, 0 to 9.</param>
/// <param name="Goodness">Goodness of each label, all hidden layers but the first; empty where the network has no such procedure.</param>
/// <param name="Softmax">Probability of each label by the one-pass softmax; empty where there is none.</param>
/// <param name="Layers">Per hidden layer, bottom first, the goodness of each label.</param>
/// <param name="Iterations">Goodness of each label after every iteration of a recurrent net, <c>[iterations][labels]</c>; empty for any other.</param>
[MessagePackObject]
public sealed record VerdictMessage(
    [property: Key("label")] int Label,
    [property: Key("goodness")] float?[] Goodness,
    [property: Key("softmax")] float?[] Softmax,
    [property: Key("layers")] float?[][] Layers,
    [property: Key("iterations")] float?[][] Iterations)
{
    /// <summary>The message for a classification.</summary>
    public static VerdictMessage From(Classification found) =>
        new(found.Label, Finite.OrNull(found.Goodness), Finite.OrNull(found.Softmax), Array.ConvertAll(found.Layers, Finite.OrNull), Array.ConvertAll(found.Iterations, Finite.OrNull));
}
