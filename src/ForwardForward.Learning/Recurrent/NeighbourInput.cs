using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// What a layer hears from a neighbour whose activity is damped: <c>S = h W</c>, <c>[rows, units]</c>. Products are linear, so the sum is damped as
/// the activity is, <c>S &lt;- d S + (1 - d) (y W)</c>, and the product takes what the neighbour has just computed: y has many zeros, which
/// products skip, where h still has a little of everything that was ever active.
/// </summary>
/// <remarks>As long as all rows of an image are the same, there is one row an image.</remarks>
internal sealed class NeighbourInput(int rows, int units) : IDisposable
{
    private readonly Matrix _sum = new(rows, units);
    private readonly Matrix _product = new(rows, units);
    private int _rows;

    /// <summary>The sum: row <c>r</c> of a batch is row <c>r mod rows</c> of it.</summary>
    public MatrixView Value => _sum.RowRange(0, _rows);

    /// <summary>Begins with activities that nothing damps.</summary>
    public void Begin(MatrixProducts products, MatrixView activities, IHiddenLayer weights)
    {
        _rows = activities.Rows;
        weights.Multiply(products, activities, Value);
    }

    /// <summary>Takes in what the neighbour has computed in an iteration.</summary>
    /// <param name="products">Does the product.</param>
    /// <param name="computed">Its activities before damping: one row for every image, or all rows.</param>
    /// <param name="weights">The connections between; their biases play no part.</param>
    /// <param name="damping">Share of the old that stays.</param>
    public void Add(MatrixProducts products, MatrixView computed, IHiddenLayer weights, float damping)
    {
        for (var row = _rows; row < computed.Rows; row++)
        {
            _sum.Row(row % _rows).CopyTo(_sum.Row(row));
        }

        _rows = computed.Rows;
        var product = _product.RowRange(0, _rows);
        weights.Multiply(products, computed, product);
        new Damping(damping, product, Value).Share(products.Workers);
    }

    public void Dispose()
    {
        _sum.Dispose();
        _product.Dispose();
    }
}
