namespace ForwardForward.Learning.Trainers;

/// <summary>What a viewer needs to know of a hidden layer.</summary>
/// <param name="Name">For instance "layer 1".</param>
/// <param name="Units">Number of units.</param>
/// <param name="Threshold">The goodness at which positive and negative are equally likely (0 where the loss has none).</param>
/// <param name="FieldWidth">Width of a receptive field as a picture; 0 when the layer has no picture.</param>
/// <param name="FieldHeight">Height of a receptive field as a picture.</param>
/// <param name="LabelPixels">How many of the first pixels carry the label instead of the image.</param>
/// <param name="HasGoodness">Whether the layer tells positive from negative data; a layer of a backprop net does not, and reports nothing of the kind.</param>
public sealed record LayerDescription(string Name, int Units, float Threshold, int FieldWidth, int FieldHeight, int LabelPixels, bool HasGoodness = true)
{
    /// <summary>How local fields lie in the picture; null where units see all of it.</summary>
    public FieldGrid? Grid { get; init; }
}

/// <summary>The grid of places of a layer with local fields, in pixels; deeper layers see what the layers below them see.</summary>
/// <param name="Columns">Places in a row.</param>
/// <param name="Rows">Rows of places.</param>
/// <param name="Size">Pixels along each side of what a place sees.</param>
/// <param name="Stride">Pixels from one place to the next.</param>
public sealed record FieldGrid(int Columns, int Rows, int Size, int Stride)
{
    /// <summary>Places.</summary>
    public int Places => Columns * Rows;
}
