namespace ForwardForward.Learning.Tests.Recurrent;

/// <summary>Which input and which unit a weight joins, by its place in a matrix of the state; null for a weight of the padding.</summary>
/// <param name="Up">Layer, index and units of the layer to the ends of a weight from below.</param>
/// <param name="Down">The same of a weight from above.</param>
internal sealed record PlainConnections(Func<int, int, int, (int Input, int Unit)?> Up, Func<int, int, int, (int Input, int Unit)?> Down)
{
    /// <summary>Every unit hears all.</summary>
    public static PlainConnections Dense { get; } = new((_, index, units) => (index / units, index % units), (_, index, units) => (index / units, index % units));

    /// <summary>
    /// Maps of one side, one field for all layers, one location apart, with padding that keeps the side: the unit at a location sees, below and
    /// above alike, the square around it.
    /// </summary>
    /// <param name="side">Locations along a side.</param>
    /// <param name="size">Locations along a side of a field, odd.</param>
    /// <param name="channels">Channels of the image and of every layer.</param>
    public static PlainConnections Padded(int side, int size, params int[] channels)
    {
        return new(
            (layer, index, _) => Around(index, channels[layer], channels[layer + 1]),
            (layer, index, units) => layer + 2 < channels.Length ? Around(index, channels[layer + 2], channels[layer + 1]) : (index / units, index % units));

        (int Input, int Unit)? Around(int index, int seen, int own)
        {
            var (row, channel) = (index / own, index % own);
            var (place, value) = (row / (size * size * seen), row % (size * size * seen));
            var x = (place % side) - (size / 2) + (value / seen % size);
            var y = (place / side) - (size / 2) + (value / seen / size);
            return x < 0 || y < 0 || x >= side || y >= side ? null : ((((y * side) + x) * seen) + (value % seen), (place * own) + channel);
        }
    }
}
