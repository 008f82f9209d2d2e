namespace ForwardForward.Learning.Baselines;

/// <summary>Shape of one image between stages: row after row, in a row place after place, in a place channel after channel.</summary>
/// <param name="Width">Places in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">Values in a place.</param>
internal readonly record struct PictureShape(int Width, int Height, int Channels)
{
    public int Places => Width * Height;

    public int Values => Places * Channels;

    /// <summary>After a convolution without padding.</summary>
    public PictureShape Convolved(int fieldSide, int channels) => new(Width - fieldSide + 1, Height - fieldSide + 1, channels);

    /// <summary>After pooling in squares of two; an odd last row or column is left out.</summary>
    public PictureShape Pooled => new(Width / 2, Height / 2, Channels);

    /// <summary>Where the values of a place begin.</summary>
    public int At(int row, int column) => ((row * Width) + column) * Channels;
}
