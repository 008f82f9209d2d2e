namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>What one vector width must do for the micro kernel, which is written once for all widths and compiled for each.</summary>
/// <typeparam name="T">The vector: <c>Vector512&lt;float&gt;</c>, <c>Vector256&lt;float&gt;</c>, <c>Vector128&lt;float&gt;</c> or a plain float.</typeparam>
internal unsafe interface IVectorOperations<T>
    where T : struct
{
    /// <summary>Floats in a vector.</summary>
    static abstract int Width { get; }

    /// <summary>Rows of a full tile; with two vectors a row the accumulators must leave three registers free.</summary>
    static abstract int TileRows { get; }

    /// <summary>Whether <see cref="MultiplyAdd"/> rounds once.</summary>
    static abstract bool IsFused { get; }

    static abstract T Load(float* source);

    static abstract void Store(T value, float* destination);

    static abstract T Broadcast(float value);

    /// <summary><c>a b + c</c>.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    static abstract T Add(T a, T b);

    static abstract T Multiply(T a, T b);

    /// <summary>The larger one; NaN wins, so that a diverging net is seen.</summary>
    static abstract T Max(T a, T b);
}
