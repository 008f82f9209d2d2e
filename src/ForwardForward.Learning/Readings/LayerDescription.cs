namespace ForwardForward.Learning.Readings;

/// <summary>What a viewer needs to know of a hidden layer.</summary>
/// <param name="Name">For instance "layer 1".</param>
/// <param name="Units">Number of units.</param>
/// <param name="Threshold">The goodness at which positive and negative are equally likely (0 where the loss has none).</param>
/// <param name="FieldWidth">Width of a receptive field as a picture; 0 when the layer has no picture.</param>
/// <param name="FieldHeight">Height of a receptive field as a picture.</param>
/// <param name="LabelPixels">How many of the first values carry the label instead of the image.</param>
/// <param name="HasGoodness">Whether the layer tells positive from negative data; a layer of a backprop net does not, and reports nothing of the kind.</param>
public sealed record LayerDescription(string Name, int Units, float Threshold, int FieldWidth, int FieldHeight, int LabelPixels, bool HasGoodness = true)
{
    /// <summary>Channels of a receptive field as a picture.</summary>
    public int FieldChannels { get; init; } = 1;

    /// <summary>How local fields lie in the picture; null where units see all of it.</summary>
    public FieldGrid? Grid { get; init; }
}

/// <summary>The grid of locations of a layer with local fields, in pixels; deeper layers see what the layers below them see.</summary>
/// <param name="Columns">Locations in a row.</param>
/// <param name="Rows">Rows of locations.</param>
/// <param name="Size">Pixels along each side of what a location sees.</param>
/// <param name="Stride">Pixels from one location to the next.</param>
public sealed record FieldGrid(int Columns, int Rows, int Size, int Stride)
{
    /// <summary>Pixels from the edge of the picture to the first location's field: negative where padding lies around the picture.</summary>
    public int Start { get; init; }

    /// <summary>Locations.</summary>
    public int Locations => Columns * Rows;
}
