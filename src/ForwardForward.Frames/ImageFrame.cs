using Names = System.Collections.Generic.IReadOnlyList<string>;

namespace ForwardForward.Frames;

/// <summary>Pictures of one shape, the tiles: receptive fields, examples, samples, reconstructions.</summary>
public sealed record ImageFrame : Frame
{
    /// <summary>The longest side of a tile in pixels.</summary>
    public const int LongestSide = 1024;

    /// <summary>Makes a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="shape">Shape of every tile: one channel or three.</param>
    /// <param name="range">What the values mean.</param>
    /// <param name="values">The tiles, <c>[count, height, width, channels]</c>; none is a frame without tiles.</param>
    /// <exception cref="ArgumentException">The shape cannot be drawn, or the values do not fill whole tiles.</exception>
    public ImageFrame(long step, ImageShape shape, ImageRange range, float[] values)
        : base(step)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (shape.Width is < 1 or > LongestSide || shape.Height is < 1 or > LongestSide || shape.Channels is not (1 or 3))
        {
            throw new ArgumentException($"Images of {shape.Width} x {shape.Height} x {shape.Channels} cannot be shown; sides are 1 to {LongestSide} pixels, channels 1 or 3.");
        }

        if (values.Length % shape.Values != 0)
        {
            throw new ArgumentException($"{values.Length} values do not fill whole images of {shape}, which have {shape.Values} each.");
        }

        (Shape, Range, Values) = (shape, range, values);
    }

    /// <inheritdoc/>
    public override FrameKind Kind => FrameKind.Image;

    /// <summary>Shape of every tile.</summary>
    public ImageShape Shape { get; }

    /// <summary>What the values mean.</summary>
    public ImageRange Range { get; }

    /// <summary>The tiles, <c>[count, height, width, channels]</c>.</summary>
    public float[] Values { get; }

    /// <summary>How many tiles there are.</summary>
    public int Count => Values.Length / Shape.Values;

    /// <summary>Number of the first tile in what it was taken from, such as its unit in the layer.</summary>
    /// <exception cref="ArgumentException">It is below 0.</exception>
    public int First
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentException($"The first tile's number is {value}; numbers count from 0.");
    }

    /// <summary>Leading values of every tile that carry a label instead of image: they set no scale, and are marked where the tile is drawn.</summary>
    /// <exception cref="ArgumentException">A tile has not that many, or would have nothing else.</exception>
    public int LabelValues
    {
        get;
        init => field = value >= 0 && value < Shape.Values
            ? value
            : throw new ArgumentException($"{value} leading values for the label do not fit a tile of {Shape.Values} values.");
    }

    /// <summary>What stands below each tile; none, or one for each.</summary>
    /// <exception cref="ArgumentException">There are some, but not one for each tile.</exception>
    public Names Captions
    {
        get;
        init => field = value.Count == 0 || value.Count == Count
            ? value
            : throw new ArgumentException($"There are {value.Count} captions for {Count} tiles; give one for each, or none.");
    } = [];

    /// <summary>Which tiles belong together, in order; none, or all tiles are in one of them.</summary>
    /// <exception cref="ArgumentException">They have not as many tiles as the frame.</exception>
    public IReadOnlyList<ImageGroup> Groups
    {
        get;
        init => field = value.Count == 0 || (value.All(group => group.Count > 0) && value.Sum(group => (long)group.Count) == Count)
            ? value
            : throw new ArgumentException($"The groups {string.Join(", ", value.Select(group => $"{group.Name} ({group.Count})"))} do not divide {Count} tiles; each needs a tile at least, and every tile one group.");
    } = [];

    /// <summary>Where the tiles of units with local fields look; null where every tile is a whole picture.</summary>
    /// <exception cref="ArgumentException">The locations reach beyond the image, or the tiles are not whole channels of them.</exception>
    public LocationGrid? Locations
    {
        get;
        init => field = value is null || (value.FitsIn(Shape) && Count % value.Count == 0)
            ? value
            : throw new ArgumentException(
                $"{value.Columns} x {value.Rows} locations of {value.Size} pixels every {value.Stride} do not suit {Count} tiles of {Shape}: they must lie in the image, and tiles must be whole channels of them.");
    }

    /// <summary>The values of one tile, <c>[height, width, channels]</c>.</summary>
    public ReadOnlySpan<float> Tile(int tile) => Values.AsSpan(tile * Shape.Values, Shape.Values);

    /// <summary>How many values are no finite numbers.</summary>
    public int NotFinite() => Values.Count(value => !float.IsFinite(value));
}
