namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>
/// The four constants of a <see cref="SmoothedUpdate"/>, each repeated to the width of the widest vector, so that a tile reads them as
/// operands and does not spread them out again for every vector.
/// </summary>
internal sealed unsafe class UpdateConstants : IDisposable
{
    /// <summary>Where <c>(1 - smoothing) gradientScale</c> lies.</summary>
    public const int Share = 0;

    /// <summary>Where the smoothing lies.</summary>
    public const int Smoothing = Width;

    /// <summary>Where minus the weight decay lies.</summary>
    public const int Decay = 2 * Width;

    /// <summary>Where the learning rate lies.</summary>
    public const int Rate = 3 * Width;

    private const int Width = 16;
    private readonly NativeBuffer _values = new();

    /// <summary>Spreads the constants out and returns where they lie.</summary>
    public float* Fill(in SmoothedUpdate update)
    {
        var values = _values.Reserve(4 * Width);
        new Span<float>(values + Share, Width).Fill((1 - update.Smoothing) * update.GradientScale);
        new Span<float>(values + Smoothing, Width).Fill(update.Smoothing);
        new Span<float>(values + Decay, Width).Fill(-update.WeightDecay);
        new Span<float>(values + Rate, Width).Fill(update.LearningRate);
        return values;
    }

    public void Dispose() => _values.Dispose();
}
