using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Goodness;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Layers;

/// <summary>What one layer says to the rows of a batch.</summary>
public sealed class LayerActivities : IDisposable
{
    private readonly IActivation _activation;
    private readonly IGoodness _goodness;
    private readonly Matrix? _totalInput;
    private readonly Matrix _activities;
    private readonly Matrix _normalised;
    private readonly float[] _rowGoodness;

    /// <summary>Allocates room for <paramref name="rows"/> rows.</summary>
    public LayerActivities(int rows, int units, IActivation activation, IGoodness goodness)
    {
        (_activation, _goodness) = (activation, goodness);
        _totalInput = activation.NeedsTotalInput ? new Matrix(rows, units) : null;
        _activities = new Matrix(rows, units);
        _normalised = new Matrix(rows, units);
        _rowGoodness = new float[rows];
    }

    /// <summary>Total inputs z, <c>[rows, units]</c>: where the product writes. They become the activities unless the activation needs both.</summary>
    public MatrixView TotalInput => (_totalInput ?? _activities).View;

    /// <summary>Activities y before normalisation, <c>[rows, units]</c>.</summary>
    public MatrixView Activities => _activities.View;

    /// <summary>Normalised activities, which the next layer and the head see: <c>[rows, units]</c>.</summary>
    public MatrixView Normalised => _normalised.View;

    /// <summary>Goodness of every row, taken before normalisation: <c>[rows]</c>.</summary>
    public Span<float> Goodness => _rowGoodness;

    /// <summary>Makes activities, goodness and normalised activities of the total inputs of some rows.</summary>
    public void Complete(Workers workers, int firstRow, int rows)
    {
        var activities = _activities.RowRange(firstRow, rows);
        _activation.Apply(TotalInput.RowRange(firstRow, rows), activities);
        _goodness.Measure(workers, activities, _rowGoodness.AsSpan(firstRow, rows));
        RowKernels.Normalise(workers, activities, RowMath.Epsilon, _normalised.RowRange(firstRow, rows));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _totalInput?.Dispose();
        _activities.Dispose();
        _normalised.Dispose();
    }
}
