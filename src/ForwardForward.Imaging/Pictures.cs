namespace ForwardForward.Imaging;

/// <summary>Pictures of matrices as PNG files.</summary>
public static class Pictures
{
    /// <summary>
    /// A mosaic of receptive fields <c>[count, height, width]</c>, diverging colours centred on 0 (one scale for all tiles when
    /// <paramref name="sharedScale"/>, else each tile its own), <paramref name="zoom"/> pixels a weight, thin gaps between tiles.
    /// </summary>
    public static byte[] ReceptiveFieldsPng(ReadOnlySpan<float> fields, int width, int height, int columns, int zoom, bool sharedScale) => throw new NotImplementedException();

    /// <summary>Rows of grey pictures (values in [0, 1], ink dark on light), each <paramref name="width"/> x <paramref name="height"/>, laid out in <paramref name="columns"/>.</summary>
    public static byte[] GreyMosaicPng(IReadOnlyList<float[]> pictures, int width, int height, int columns, int zoom) => throw new NotImplementedException();
}
