namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>Where a tile of results starts from and goes to; the work that is fused with a product lives in its implementations.</summary>
internal interface ITile
{
    /// <summary>First value of the accumulator of one row and vector.</summary>
    T Start<T, TOperations>(int row, int vector)
        where T : struct
        where TOperations : struct, IVectorOperations<T>;

    /// <summary>
    /// Asks for memory that later tiles will want, while the inner loop runs; called with 0, 1, 2, ... after every
    /// <see cref="PrefetchPlan.GroupSteps"/> steps.
    /// </summary>
    void Ahead<T, TOperations>(nint group)
        where T : struct
        where TOperations : struct, IVectorOperations<T>;

    /// <summary>Takes the finished accumulator of one row and vector.</summary>
    void Finish<T, TOperations>(int row, int vector, T value)
        where T : struct
        where TOperations : struct, IVectorOperations<T>;
}

/// <summary>A tile that can be moved along the columns of its panel.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
internal interface ITile<TSelf> : ITile
    where TSelf : struct, ITile<TSelf>
{
    /// <summary>The same tile, that many columns to the right.</summary>
    TSelf At(int column);
}
