namespace ForwardForward.Frames;

/// <summary>
/// Shape of an image, or of any map of values over locations: row after row, in a row location after location, in a location channel
/// after channel (<c>[height, width, channels]</c>).
/// </summary>
/// <param name="Width">Locations in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">Values of a location: 1 for grey, 3 for red, green, blue.</param>
public readonly record struct ImageShape(int Width, int Height, int Channels = 1)
{
    /// <summary>Locations: width times height.</summary>
    public int Locations => checked(Width * Height);

    /// <summary>All values: locations times channels.</summary>
    public int Values => checked(Locations * Channels);

    /// <summary>Index of the first value of a location.</summary>
    public int At(int row, int column) => ((row * Width) + column) * Channels;

    /// <summary>Such as "28 x 28" for one channel, "32 x 32 x 3" for more.</summary>
    public override string ToString() => Channels == 1 ? $"{Width} x {Height}" : $"{Width} x {Height} x {Channels}";
}
