namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>Where a tile of results starts from and goes to; the work that is fused with a product lives in its implementations.</summary>
internal interface ITile
{
    /// <summary>First value of the accumulator of one row and vector.</summary>
    T Start<T, TOperations>(int row, int vector)
        where T : struct
        where TOperations : struct, IVectorOperations<T>;

    /// <summary>Asks for the memory that the same row of the next tile will want, while the inner loop runs.</summary>
    void Ahead<T, TOperations>(nint row)
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
