using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Tests.Gemm;

/// <summary>All products of all kernels equal the plain reference bit for bit.</summary>
public sealed class ProductTests : IDisposable
{
    private static readonly SmoothedUpdate Update = new(1f / 7, 0.9f, 0.05f, 0.003f);
    private readonly Workers _workers = new(2);
    private readonly RandomStream _random = new(1);

    public static TheoryData<string, int, int, int> Cases => ProductCases.All();

    public void Dispose() => _workers.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_product_equals_the_reference(string kernel, int batch, int inputs, int outputs)
    {
        using var products = new MatrixProducts(_workers, KernelCatalog.Choose(kernel));
        using var x = Reference.Random(batch, inputs, _random, 0.7);
        using var w = Reference.Random(inputs, outputs, _random);
        using var weights = Weights(w);
        using var bias = Reference.Random(1, outputs, _random);
        using var y = Garbage(batch, outputs);
        foreach (var (epilogue, mode) in Epilogues())
        {
            products.SparseMode = mode;
            y.Values.Fill(float.NaN);
            products.Forward(x, weights, bias.Values, epilogue, y);
            using var expected = Reference.Forward(x, w, bias.Values, epilogue);
            AssertSame(expected, y);
        }

        products.Forward(x, weights, [], ForwardEpilogue.Linear, y);
        using var withoutBias = Reference.Forward(x, w, [], ForwardEpilogue.Linear);
        AssertSame(withoutBias, y);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weight_gradient_equals_the_reference(string kernel, int batch, int inputs, int outputs)
    {
        using var products = new MatrixProducts(_workers, KernelCatalog.Choose(kernel));
        using var x = Reference.Random(batch, inputs, _random, 0.7);
        using var dz = DerivativesWithZeroRows(batch, outputs);
        using var dw = Garbage(inputs, outputs);
        using var transposed = Reference.Transpose(x);
        using var expected = Reference.Forward(transposed, dz, [], ForwardEpilogue.Linear);
        foreach (var mode in Enum.GetValues<SparseMode>())
        {
            products.SparseMode = mode;
            dw.Values.Fill(float.NaN);
            products.WeightGradient(x, dz, dw);
            AssertSame(expected, dw);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weight_update_equals_gradient_and_update_one_after_the_other(string kernel, int batch, int inputs, int outputs)
    {
        using var products = new MatrixProducts(_workers, KernelCatalog.Choose(kernel));
        using var x = Reference.Random(batch, inputs, _random, 0.7);
        using var dz = DerivativesWithZeroRows(batch, outputs);
        using var w = Reference.Random(inputs, outputs, _random);
        using var v = Reference.Random(inputs, outputs, _random);
        using var weights = Weights(w);
        using var velocity = Weights(v);
        using var transposed = Reference.Transpose(x);
        using var gradient = Reference.Forward(transposed, dz, [], ForwardEpilogue.Linear);
        foreach (var mode in Enum.GetValues<SparseMode>())
        {
            products.SparseMode = mode;
            products.WeightUpdate(x, dz, Update, velocity, weights);
            Reference.Update(gradient, Update, v, w);
            AssertSame(v, velocity);
            AssertSame(w, weights);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rank_one_term_counts_as_one_more_row(string kernel, int batch, int inputs, int outputs)
    {
        using var products = new MatrixProducts(_workers, KernelCatalog.Choose(kernel));
        using var x = Reference.Random(batch + 1, inputs, _random, 0.7);
        using var dz = Reference.Random(batch + 1, outputs, _random);
        using var w = Reference.Random(inputs, outputs, _random);
        using var v = Reference.Random(inputs, outputs, _random);
        using var weights = Weights(w);
        using var velocity = Weights(v);
        using var transposed = Reference.Transpose(x);
        using var gradient = Reference.Forward(transposed, dz, [], ForwardEpilogue.Linear);
        foreach (var mode in Enum.GetValues<SparseMode>())
        {
            products.SparseMode = mode;
            products.WeightUpdate(
                x.RowRange(0, batch), dz.RowRange(0, batch), x.Row(batch), dz.Row(batch), Update, velocity, weights);
            Reference.Update(gradient, Update, v, w);
            AssertSame(v, velocity);
            AssertSame(w, weights);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Input_gradient_equals_the_reference(string kernel, int batch, int inputs, int outputs)
    {
        using var products = new MatrixProducts(_workers, KernelCatalog.Choose(kernel));
        using var dz = Reference.Random(batch, outputs, _random);
        using var w = Reference.Random(inputs, outputs, _random);
        using var weights = Weights(w);
        using var dx = Garbage(batch, inputs);
        products.InputGradient(dz, weights, dx);
        using var transposed = Reference.Transpose(w);
        using var expected = Reference.Forward(dz, transposed, [], ForwardEpilogue.Linear);
        AssertSame(expected, dx);
    }

    [Fact]
    public void Operands_that_do_not_fit_are_named()
    {
        using var products = new MatrixProducts(_workers);
        using var x = new Matrix(4, 5);
        using var y = new Matrix(4, 6);
        using var weights = new WeightMatrix(5, 7);
        var error = Assert.Throws<ArgumentException>(() => products.Forward(x, weights, [], ForwardEpilogue.Linear, y));
        Assert.Contains("y is [4, 6]; it must be [4, 7]", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(ForwardEpilogue Epilogue, SparseMode Mode)> Epilogues() =>
        Enum.GetValues<ForwardEpilogue>().SelectMany(epilogue => Enum.GetValues<SparseMode>().Select(mode => (epilogue, mode)));

    private static Matrix Garbage(int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        matrix.Values.Fill(float.NaN);
        return matrix;
    }

    private static WeightMatrix Weights(Matrix rowMajor)
    {
        var weights = new WeightMatrix(rowMajor.Rows, rowMajor.Columns);
        weights.CopyFrom(rowMajor);
        return weights;
    }

    private static void AssertSame(Matrix expected, WeightMatrix actual)
    {
        using var rowMajor = Garbage(actual.Inputs, actual.Outputs);
        actual.CopyTo(rowMajor);
        AssertSame(expected, rowMajor);
    }

    private static void AssertSame(Matrix expected, Matrix actual)
    {
        for (var i = 0; i < expected.Values.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected.Values[i]) != BitConverter.SingleToInt32Bits(actual.Values[i]))
            {
                Assert.Fail($"[{i / expected.Columns}, {i % expected.Columns}] is {actual.Values[i]:G9}; it must be {expected.Values[i]:G9}.");
            }
        }
    }

    private Matrix DerivativesWithZeroRows(int batch, int outputs)
    {
        var dz = Reference.Random(batch, outputs, _random);
        for (var row = 0; row < batch; row += 3)
        {
            dz.Row(row).Clear();
        }

        return dz;
    }
}
