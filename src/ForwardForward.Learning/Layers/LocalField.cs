using ForwardForward.Frames;

namespace ForwardForward.Learning.Layers;

/// <summary>A local receptive field.</summary>
/// <param name="Size">Locations of the layer below along each side.</param>
/// <param name="Stride">Locations of the layer below from one field to the next.</param>
public readonly record struct LocalField(int Size, int Stride)
{
    /// <summary>Locations of zeros around what the layer below offers, on every side.</summary>
    public int Padding { get; init; }

    /// <summary>How many fields there are along a side; what does not fill a field is seen by none.</summary>
    public int Along(int locations) => ((locations + (2 * Padding) - Size) / Stride) + 1;

    /// <summary>Whether there is at least one field, and every field sees something of a map.</summary>
    public bool Fits(ImageShape map) =>
        Size >= 1 && Stride >= 1 && Padding >= 0 && Padding < Size && Size <= Math.Min(map.Width, map.Height) + (2 * Padding);
}
