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

    /// <summary>The whole picture in another size.</summary>
    public GreyPicture Resized(int width, int height) => Resized(0, 0, Width, Height, width, height);

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
