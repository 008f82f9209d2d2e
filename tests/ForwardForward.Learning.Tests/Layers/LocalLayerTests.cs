using System.Globalization;
using ForwardForward.Frames;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readings;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Tests.Layers;

/// <summary>A local layer is a dense layer with most of its weights fixed at zero.</summary>
public sealed class LocalLayerTests
{
    private static readonly SmoothedUpdate Update = new(0.1f, 0.7f, 0.3f, 0.02f);

    /// <summary>Width, height and channels below; field, stride, padding and channels of the layer.</summary>
    public static TheoryData<int, int, int, int, int, int, int> Shapes => new()
    {
        { 28, 28, 1, 10, 6, 0, 5 },
        { 4, 4, 6, 2, 1, 0, 9 },
        { 7, 5, 3, 3, 2, 0, 40 },
        { 3, 3, 2, 3, 1, 0, 4 },
        { 9, 8, 1, 2, 4, 0, 33 },
        { 6, 5, 3, 5, 1, 2, 8 },
        { 2, 2, 1, 5, 2, 2, 3 },
        { 7, 4, 2, 3, 2, 1, 5 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void IsAMaskedDenseLayer(int width, int height, int channels, int size, int stride, int padding, int units)
    {
        using var workers = new Workers(2);
        using var products = new MatrixProducts(workers);
        var random = new RandomStream(5);
        using var local = new LocalLayer(new ImageShape(width, height, channels), new LocalField(size, stride) { Padding = padding }, units);
        using var velocity = local.MakeEmpty();
        local.Initialise(random);
        velocity.Initialise(random.Fork("velocity"));
        random.Fork("biases").Shuffle(Fill(local.Biases));
        using var dense = Masked(local);
        using var denseVelocity = Masked((LocalLayer)velocity);
        using var x = Random(7, local.Inputs, random);
        using var dz = Random(7, local.Units, random);
        using var peers = Random(1, local.Inputs, random);
        using var term = Random(1, local.Units, random);

        AssertSameForward(products, dense, local, x);
        AssertSameBackprojection(products, dense, local, dz);

        local.Learn(products, x, dz, peers.Values, term.Values, Update, velocity);
        dense.Learn(products, x, dz, peers.Values, term.Values, Update, denseVelocity);
        AssertSameUnits(dense, local);
        AssertSameUnits(denseVelocity, (LocalLayer)velocity);

        local.Learn(products, x, dz, [], [], Update, velocity);
        dense.Learn(products, x, dz, [], [], Update, denseVelocity);
        AssertSameUnits(dense, local);
    }

    [Fact]
    public void GridsOfThePapersLayersGrowInThePicture() => Assert.Equal(
        [new FieldGrid(4, 4, 10, 6), new FieldGrid(3, 3, 16, 6), new FieldGrid(2, 2, 22, 6), null],
        LayerShape.Grids(
            [new LayerShape(128, new LocalField(10, 6)), new LayerShape(220, new LocalField(2, 1)), new LayerShape(512, new LocalField(2, 1)), new LayerShape(50)],
            new ImageShape(28, 28, 1)));

    [Fact]
    public void WeightsGoOutAndInAgain()
    {
        using var local = new LocalLayer(new ImageShape(4, 4, 3), new LocalField(2, 1), 5);
        using var other = local.MakeEmpty();
        using var third = local.MakeEmpty();
        local.Initialise(new RandomStream(1));
        using var values = new Matrix(local.WeightRows, local.WeightColumns);
        local.GetWeights(values);
        other.SetWeights(values);
        third.CopyFrom(local);

        Assert.Equal((9 * 12, 5), (local.WeightRows, local.WeightColumns));
        Assert.Equal((48, 45), (local.Inputs, local.Units));
        AssertSameUnits(local, other, 0);
        AssertSameUnits(local, third, 0);
    }

    [Fact]
    public void InitialWeightsAreNormalOverTheRootOfWhatAUnitSees()
    {
        using var local = new LocalLayer(new ImageShape(4, 4, 32), new LocalField(2, 1), 64);
        local.Initialise(new RandomStream(1));
        using var values = new Matrix(local.WeightRows, local.WeightColumns);
        local.GetWeights(values);
        var weights = values.Values.ToArray();

        Assert.Equal(1 / Math.Sqrt(128), Math.Sqrt(weights.Average(w => (double)w * w)), 0.002);
    }

    [Fact]
    public void AFieldIsDrawnAtItsPlace()
    {
        using var local = new LocalLayer(new ImageShape(28, 28, 1), new LocalField(10, 6), 2);
        local.Initialise(new RandomStream(1));
        var field = new float[784];
        local.CopyUnitTo((((1 * 4) + 3) * 2) + 1, field);

        for (var pixel = 0; pixel < 784; pixel++)
        {
            var isSeen = pixel % 28 is >= 18 and < 28 && pixel / 28 is >= 6 and < 16;
            Assert.Equal(isSeen, field[pixel] != 0);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => local.CopyUnitTo(32, field));
    }

    [Fact]
    public void ViewersGoRoundTheGrid()
    {
        using var local = new LocalLayer(new ImageShape(4, 4, 1), new LocalField(2, 1), 5);

        Assert.Equal([0, 5, 10, 15, 20, 25, 30, 35, 40, 1, 6], Enumerable.Range(0, 11).Select(local.UnitShownAt));
        Assert.Equal(Enumerable.Range(0, 45), Enumerable.Range(0, 45).Select(local.UnitShownAt).Order());
    }

    [Fact]
    public void FieldsThatDoNotFitAreRefusedWithASentence()
    {
        var shapes = new[] { new LayerShape(8, new LocalField(10, 6)), new LayerShape(8, new LocalField(5, 1)) };

        Assert.StartsWith(
            "Fields of 5 x 5, 1 apart, do not fit what layer 2 sees: 4 x 4 locations.",
            Assert.Throws<ArgumentException>(() => LayerShape.Make(shapes, new ImageShape(28, 28, 1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void PaddingIsABorderOfZeros()
    {
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        var (shape, bordered) = (new ImageShape(5, 4, 3), new ImageShape(9, 8, 3));
        using var padded = new LocalLayer(shape, new LocalField(4, 2) { Padding = 2 }, 6);
        using var plain = new LocalLayer(bordered, new LocalField(4, 2), 6);
        padded.Initialise(new RandomStream(1));
        using var values = new Matrix(padded.WeightRows, padded.WeightColumns);
        padded.GetWeights(values);
        plain.SetWeights(values);
        using var x = Random(3, shape.Values, new RandomStream(2));
        using var border = new Matrix(3, bordered.Values);
        for (var row = 0; row < 3; row++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                x.Row(row).Slice(shape.At(y, 0), 15).CopyTo(border.Row(row)[bordered.At(y + 2, 2)..]);
            }
        }

        using var expected = new Matrix(3, plain.Units);
        using var actual = new Matrix(3, padded.Units);
        plain.Forward(products, border, ForwardEpilogue.Linear, expected);
        padded.Forward(products, x, ForwardEpilogue.Linear, actual);

        Assert.Equal(expected.Values.ToArray(), actual.Values.ToArray());
    }

    [Fact]
    public void DerivativesOfAPaddedLayerAreThoseOfFiniteDifferences()
    {
        const float Step = 1 / 64f;
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        using var layer = new LocalLayer(new ImageShape(4, 3, 2), new LocalField(3, 2) { Padding = 1 }, 2);
        using var velocity = layer.MakeEmpty();
        layer.Initialise(new RandomStream(1));
        using var x = Random(2, layer.Inputs, new RandomStream(2));
        using var dz = Random(2, layer.Units, new RandomStream(3));
        using var weights = new Matrix(layer.WeightRows, layer.WeightColumns);
        layer.GetWeights(weights);
        using var byInput = new Matrix(2, layer.Inputs);
        layer.Backproject(products, dz, byInput);
        layer.Learn(products, x, dz, [], [], new SmoothedUpdate(1, 0, 0, 0), velocity);
        using var byWeight = new Matrix(layer.WeightRows, layer.WeightColumns);
        velocity.GetWeights(byWeight);

        AssertDerivatives(byInput, x);
        AssertDerivatives(byWeight, weights);

        void AssertDerivatives(Matrix derivatives, Matrix of)
        {
            for (var i = 0; i < of.Values.Length; i++)
            {
                var held = of.Values[i];
                of.Values[i] = held + Step;
                var more = Sum();
                of.Values[i] = held - Step;
                var less = Sum();
                of.Values[i] = held;
                Assert.Equal((more - less) / (2 * Step), derivatives.Values[i], 2e-3);
            }
        }

        double Sum()
        {
            layer.SetWeights(weights);
            using var z = new Matrix(2, layer.Units);
            layer.Forward(products, x, ForwardEpilogue.Linear, z);
            return z.Values.ToArray().Zip(dz.Values.ToArray(), (value, weight) => (double)value * weight).Sum();
        }
    }

    [Theory]
    [InlineData(3, 1, 3)]
    [InlineData(3, 1, -1)]
    [InlineData(7, 1, 1)]
    [InlineData(3, 0, 1)]
    public void PaddingThatDoesNotFitIsRefused(int size, int stride, int padding) => Assert.StartsWith(
        string.Create(CultureInfo.InvariantCulture, $"Fields of {size} x {size}, {stride} apart, do not fit what layer 1 sees: 4 x 6 locations and {padding} of padding on every side."),
        Assert.Throws<ArgumentException>(
            () => LayerShape.Make([new LayerShape(2, new LocalField(size, stride) { Padding = padding })], new ImageShape(4, 6))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void GridsOfPaddedFieldsBeginOutsideThePicture() => Assert.Equal(
        [new FieldGrid(4, 4, 4, 2) { Start = -1 }, new FieldGrid(4, 4, 8, 2) { Start = -3 }],
        LayerShape.Grids(
            [new LayerShape(2, new LocalField(4, 2) { Padding = 1 }), new LayerShape(2, new LocalField(3, 1) { Padding = 1 })], new ImageShape(8, 8)));

    private static void AssertSameForward(MatrixProducts products, DenseLayer dense, LocalLayer local, Matrix x)
    {
        foreach (var epilogue in new[] { ForwardEpilogue.Linear, ForwardEpilogue.Relu })
        {
            using var expected = new Matrix(x.Rows, dense.Units);
            using var actual = new Matrix(x.Rows, dense.Units);
            dense.Forward(products, x, epilogue, expected);
            local.Forward(products, x, epilogue, actual);
            AssertClose(expected.Values, actual.Values, 1e-4);
        }
    }

    private static void AssertSameBackprojection(MatrixProducts products, DenseLayer dense, LocalLayer local, Matrix dz)
    {
        using var expected = new Matrix(dz.Rows, dense.Inputs);
        using var actual = new Matrix(dz.Rows, dense.Inputs);
        actual.View.Fill(float.NaN);
        dense.Backproject(products, dz, expected);
        local.Backproject(products, dz, actual);
        AssertClose(expected.Values, actual.Values, 1e-4);
    }

    // Connections that do not exist must be no connections afterwards, too: that is what CopyUnitTo gives.
    private static void AssertSameUnits(IHiddenLayer masked, IHiddenLayer local, double tolerance = 1e-4)
    {
        var expected = new float[local.Inputs];
        var actual = new float[local.Inputs];
        var mask = new float[local.Inputs];
        using var ones = local.MakeEmpty();
        using var values = new Matrix(local.WeightRows, local.WeightColumns);
        values.View.Fill(1);
        ones.SetWeights(values);
        for (var unit = 0; unit < local.Units; unit++)
        {
            masked.CopyUnitTo(unit, expected);
            local.CopyUnitTo(unit, actual);
            ones.CopyUnitTo(unit, mask);
            AssertClose([.. expected.Zip(mask, (weight, exists) => weight * exists)], actual, tolerance);
        }
    }

    private static DenseLayer Masked(LocalLayer local)
    {
        var dense = new DenseLayer(local.Inputs, local.Units);
        using var values = new Matrix(local.Inputs, local.Units);
        var field = new float[local.Inputs];
        for (var unit = 0; unit < local.Units; unit++)
        {
            local.CopyUnitTo(unit, field);
            for (var input = 0; input < field.Length; input++)
            {
                values[input, unit] = field[input];
            }
        }

        dense.SetWeights(values);
        local.Biases.CopyTo(dense.Biases, 0);
        return dense;
    }

    private static Span<float> Fill(float[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (i / (float)values.Length) - 0.5f;
        }

        return values;
    }

    private static Matrix Random(int rows, int columns, RandomStream random)
    {
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.Values)
        {
            value = (float)random.NextNormal();
        }

        return matrix;
    }

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"value {i}: {expected[i]} and {actual[i]}");
        }
    }
}
