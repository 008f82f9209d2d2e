using ForwardForward.Frames;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Tests.Layers;

/// <summary>Local layers with padding, and local layers that hear from above.</summary>
public sealed class PaddedLayerTests
{
    private static readonly ImageShape Map = new(5, 4, 2);

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(5, 2, 2)]
    [InlineData(2, 1, 0)]
    public void AUnitSeesItsSquareAndZerosAroundTheMap(int size, int stride, int padding)
    {
        using var workers = new Workers(2);
        using var products = new MatrixProducts(workers);
        var field = new LocalField(size, stride) { Padding = padding };
        using var layer = new LocalLayer(Map, field, 3);
        layer.Initialise(new RandomStream(1));
        using var x = Normal(4, Map.Values, 2);
        using var z = new Matrix(4, layer.Units);
        layer.Multiply(products, x, z);
        using var weights = new Matrix(layer.WeightRows, layer.WeightColumns);
        layer.GetWeights(weights);

        var connections = 0L;
        for (var unit = 0; unit < layer.Units; unit++)
        {
            var place = unit / 3;
            var (left, top) = ((place % field.Along(5) * stride) - padding, (place / field.Along(5) * stride) - padding);
            var sum = 0.0;
            for (var value = 0; value < size * size * 2; value++)
            {
                var (column, row) = (left + (value / 2 % size), top + (value / 2 / size));
                if (column >= 0 && row >= 0 && column < 5 && row < 4)
                {
                    sum += x[1, (((row * 5) + column) * 2) + (value % 2)] * weights[(place * size * size * 2) + value, unit % 3];
                    connections++;
                }
            }

            Assert.Equal(sum, z[1, unit], 1e-4);
        }

        Assert.Equal(connections, ((IHiddenLayer)layer).Connections);
    }

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(4, 2, 1)]
    [InlineData(2, 2, 0)]
    [InlineData(3, 1, 0)]
    public void WhatGoesUpComesDownTheSameWay(int size, int stride, int padding)
    {
        var field = new LocalField(size, stride) { Padding = padding };
        var places = new ImageShape(8, 8, 2);
        var above = new ImageShape(field.Along(8), field.Along(8), 3);
        using var up = new LocalLayer(places, field, 3);
        using var down = LocalLayer.Downwards(above, field, places);
        Fill(up);
        Fill(down);

        Assert.Equal((above.Values, places.Values), (down.Inputs, down.Units));
        Assert.Equal(((IHiddenLayer)up).Connections, ((IHiddenLayer)down).Connections);
        var (seen, heard) = (Sight(up), Sight(down));
        for (var i = 0; i < places.Values; i++)
        {
            for (var j = 0; j < above.Values; j++)
            {
                Assert.Equal(seen[j][i], heard[i][j]);
            }
        }
    }

    [Fact]
    public void BackprojectingIsTheTranspose()
    {
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        using var layer = new LocalLayer(Map, new LocalField(3, 1) { Padding = 1 }, 3);
        layer.Initialise(new RandomStream(3));
        using var x = Normal(1, Map.Values, 4);
        using var u = Normal(1, layer.Units, 5);
        using var z = new Matrix(1, layer.Units);
        using var back = new Matrix(1, Map.Values);
        layer.Multiply(products, x, z);
        layer.Backproject(products, u, back);

        Assert.Equal(Dot(z, u), Dot(x, back), 1e-3);
    }

    private static double Dot(Matrix a, Matrix b) => Enumerable.Range(0, a.Columns).Sum(i => (double)a[0, i] * b[0, i]);

    private static Matrix Normal(int rows, int columns, ulong seed)
    {
        var random = new RandomStream(seed);
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.Values)
        {
            value = (float)random.NextNormal();
        }

        return matrix;
    }

    private static void Fill(LocalLayer layer)
    {
        using var ones = new Matrix(layer.WeightRows, layer.WeightColumns);
        ones.Values.Fill(1);
        layer.SetWeights(ones);
    }

    private static float[][] Sight(LocalLayer layer) => [.. Enumerable.Range(0, layer.Units).Select(unit =>
    {
        var field = new float[layer.Inputs];
        layer.CopyUnitTo(unit, field);
        return field;
    })];
}
