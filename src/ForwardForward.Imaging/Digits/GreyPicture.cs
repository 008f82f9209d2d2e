namespace ForwardForward.Imaging.Digits;

/// <summary>A picture of one value per pixel, <c>[height * width]</c>.</summary>
internal sealed record GreyPicture(int Width, int Height, float[] Values)
{
    public float this[int x, int y] => Values[(y * Width) + x];

    /// <summary>Left and right exchanged.</summary>
    public GreyPicture Mirrored() => Make(Width, Height, (x, y) => this[Width - 1 - x, y]);

    /// <summary>Top and bottom exchanged.</summary>
    public GreyPicture Flipped() => Make(Width, Height, (x, y) => this[x, Height - 1 - y]);

    /// <summary>Rows and columns exchanged.</summary>
    public GreyPicture Transposed() => Make(Height, Width, (x, y) => this[y, x]);

    /// <summary>A picture from a function of column and row.</summary>
    public static GreyPicture Make(int width, int height, Func<int, int, float> value)
    {
        var values = new float[width * height];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(i % width, i / width);
        }

        return new GreyPicture(width, height, values);
    }

    /// <summary>Writes one row of a picture.</summary>
    public delegate void RowFiller(int y, Span<float> row);

    /// <summary>
    /// A picture of <paramref name="width"/> x <paramref name="height"/> that is known row by row, in another size: averaged over areas where
    /// it shrinks, unchanged where the size is the same. No more than one of its rows is held at a time.
    /// </summary>
    public static GreyPicture FromRows(int width, int height, int newWidth, int newHeight, RowFiller fill)
    {
        var across = ResampleWeights.Make(width, 0, width, newWidth);
        var (row, rows) = (new float[width], new float[newWidth * height]);
        for (var y = 0; y < height; y++)
        {
            fill(y, row);
            for (var x = 0; x < newWidth; x++)
            {
                rows[(y * newWidth) + x] = across[x].Apply(row, 1);
            }
        }

        var down = ResampleWeights.Make(height, 0, height, newHeight);
        return Make(newWidth, newHeight, (x, y) => down[y].Apply(rows.AsSpan(x), newWidth));
    }

    /// <summary>
    /// A rectangle of the picture (in its pixels, parts of pixels allowed) in another size: averaged over areas where it shrinks,
    /// interpolated linearly where it grows. Beyond the edges the picture counts as 0.
    /// </summary>
    public GreyPicture Resized(double left, double top, double width, double height, int newWidth, int newHeight)
    {
        var across = ResampleWeights.Make(Width, left, width, newWidth);
        var rows = Make(newWidth, Height, (x, y) => across[x].Apply(Values.AsSpan(y * Width), 1));
        var down = ResampleWeights.Make(Height, top, height, newHeight);
        return Make(newWidth, newHeight, (x, y) => down[y].Apply(rows.Values.AsSpan(x), newWidth));
    }
}
