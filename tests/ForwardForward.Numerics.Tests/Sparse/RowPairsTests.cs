using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Sparse;
using ForwardForward.Numerics.Tests.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Tests.Sparse;

/// <summary>Which rows are walked together, and that it changes nothing.</summary>
public sealed class RowPairsTests
{
    [Fact]
    public void RowsOfOneImageFindEachOther()
    {
        const int Images = 40;
        var random = new RandomStream(3);
        using var images = Reference.Random(Images, 300, random, 0.2);
        using var x = new Matrix(2 * Images, 300);
        for (var row = 0; row < x.Rows; row++)
        {
            images.Row(row % Images).CopyTo(x.Row(row));
        }

        x[Images, 7] = 1;
        var pairs = Pair(x);

        Assert.Equal(Images, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(pair.Row + Images, pair.Other));
    }

    [Fact]
    public void RowsThatHaveLittleInCommonStayAlone()
    {
        using var x = new Matrix(30, 300);
        for (var row = 0; row < x.Rows; row++)
        {
            x.Row(row).Slice(row * 10, 10).Fill(1);
        }

        Assert.All(Pair(x), pair => Assert.Equal(-1, pair.Other));
    }

    [Fact]
    public void EveryRowIsWalkedOnce()
    {
        using var x = Reference.Random(301, 130, new RandomStream(4), 0.5);

        var rows = Pair(x).SelectMany(pair => new[] { pair.Row, pair.Other }).Where(row => row >= 0);

        Assert.Equal(Enumerable.Range(0, 301), rows.Order());
    }

    [Theory]
    [MemberData(nameof(ProductCases.Kernels), MemberType = typeof(ProductCases))]
    public void PairsAndSingleRowsGiveTheBitsOfTheDenseProduct(string kernel)
    {
        using var workers = new Workers(2);
        using var products = new MatrixProducts(workers, KernelCatalog.Choose(kernel));
        var random = new RandomStream(5);
        using var x = Reference.Random(90, 700, random, 0.1);
        for (var row = 0; row < 30; row++)
        {
            x.Row(row).CopyTo(x.Row(row + 30));
            x[row, 5] = row;
        }

        using var rowMajor = Reference.Random(700, 203, random);
        using var weights = new WeightMatrix(700, 203);
        weights.CopyFrom(rowMajor);
        using var dense = new Matrix(90, 203);
        using var sparse = new Matrix(90, 203);
        products.SparseMode = SparseMode.Never;
        products.Forward(x, weights, [], ForwardEpilogue.Linear, dense);
        products.SparseMode = SparseMode.Always;
        products.Forward(x, weights, [], ForwardEpilogue.Linear, sparse);

        Assert.True(products.WasSparse);
        Assert.Equal(dense.Values.ToArray().Select(BitConverter.SingleToInt32Bits), sparse.Values.ToArray().Select(BitConverter.SingleToInt32Bits));
    }

    private static List<(int Row, int Other)> Pair(Matrix x)
    {
        using var workers = new Workers(1);
        using var pairs = new RowPairs();
        pairs.Find(workers, x);
        return [.. Enumerable.Range(0, pairs.UnitCount).Select(unit => pairs[unit])];
    }
}
