namespace ForwardForward.Frames;

/// <summary>
/// Where units with local fields look: a grid of locations on the image. Tiles of such a frame come channel by channel, in a channel
/// location by location, row after row.
/// </summary>
/// <param name="Columns">Locations in a row.</param>
/// <param name="Rows">Rows of locations.</param>
/// <param name="Size">Pixels along each side of what a location sees.</param>
/// <param name="Stride">Pixels from one location to the next.</param>
public sealed record LocationGrid(int Columns, int Rows, int Size, int Stride)
{
    /// <summary>Locations: columns times rows.</summary>
    public int Count => checked(Columns * Rows);

    /// <summary>Whether every location lies in an image.</summary>
    public bool FitsIn(ImageShape shape) =>
        Columns > 0 && Rows > 0 && Size > 0 && Stride > 0
        && ((Columns - 1L) * Stride) + Size <= shape.Width && ((Rows - 1L) * Stride) + Size <= shape.Height;
}
