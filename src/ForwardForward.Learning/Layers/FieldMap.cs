namespace ForwardForward.Learning.Layers;

/// <summary>How the values that one layer hands to the next lie in the picture: place after place, row by row, all channels of a place together.</summary>
/// <param name="Width">Places in a row.</param>
/// <param name="Height">Rows of places.</param>
/// <param name="Channels">Values of a place.</param>
public readonly record struct FieldMap(int Width, int Height, int Channels)
{
    /// <summary>Places.</summary>
    public int Places => Width * Height;

    /// <summary>All values.</summary>
    public int Values => Places * Channels;
}
