namespace ForwardForward.Frames;

/// <summary>
/// Local fields laid out on their grid: one tile for every channel, and in it the fields of all locations where those lie, each cut out of its
/// picture, a line apart. Locations overlap in the picture; here none hides another.
/// </summary>
public static class LocationTiles
{
    private const int Gap = 1;

    /// <summary>A frame with a tile for each channel; the frame itself where its tiles have no locations.</summary>
    public static ImageFrame Lay(ImageFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Locations is not { } grid)
        {
            return frame;
        }

        var shape = Shape(grid, frame.Shape.Channels);
        var tiles = new float[frame.Count / grid.Count * shape.Values];
        for (var unit = 0; unit < frame.Count; unit++)
        {
            var (column, row) = (unit % grid.Count % grid.Columns, unit % grid.Count / grid.Columns);
            for (var y = 0; y < grid.Size; y++)
            {
                frame.Tile(unit).Slice(frame.Shape.At((row * grid.Stride) + y, column * grid.Stride), grid.Size * shape.Channels)
                    .CopyTo(tiles.AsSpan((unit / grid.Count * shape.Values) + shape.At((row * (grid.Size + Gap)) + y, column * (grid.Size + Gap))));
            }
        }

        return new ImageFrame(frame.Step, shape, frame.Range, tiles) { First = frame.First / grid.Count };
    }

    /// <summary>The location of a pixel of a tile, or of the line right of or below it.</summary>
    public static int At(LocationGrid grid, int x, int y)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return (Math.Clamp(y / (grid.Size + Gap), 0, grid.Rows - 1) * grid.Columns) + Math.Clamp(x / (grid.Size + Gap), 0, grid.Columns - 1);
    }

    private static ImageShape Shape(LocationGrid grid, int channels) =>
        new((grid.Columns * (grid.Size + Gap)) - Gap, (grid.Rows * (grid.Size + Gap)) - Gap, channels);
}
