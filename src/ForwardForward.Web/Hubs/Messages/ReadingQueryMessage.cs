using ForwardForward.Frames;
using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>What is asked of a reading; what is left out means what it means in <see cref="ReadingQuery"/>.</summary>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="First">First unit, pair or sample, from 0.</param>
/// <param name="Count">How many at most.</param>
/// <param name="Item">Number of the example, from 0.</param>
[MessagePackObject]
public sealed record ReadingQueryMessage(
    [property: Key("layer")] int? Layer = null,
    [property: Key("first")] int? First = null,
    [property: Key("count")] int? Count = null,
    [property: Key("item")] int? Item = null)
{
    /// <summary>The query.</summary>
    public ReadingQuery ToQuery() => new(Layer, First ?? 0, Count, Item);
}
