using ForwardForward.Numerics;

namespace ForwardForward.Learning.Recurrent;

/// <summary>What one hidden layer says to the rows of a batch: on the bottom-up pass, and as it settles.</summary>
internal sealed class RecurrentLayerActivities : IDisposable
{
    private readonly Matrix? _totalInput;
    private readonly Matrix _computed;
    private readonly Matrix _activities;
    private readonly Matrix _normalised;
    private readonly Matrix _first;
    private readonly Matrix _firstNormalised;
    private readonly int _rows;

    /// <summary>Allocates room.</summary>
    /// <param name="images">Images of a batch, at most.</param>
    /// <param name="rows">Rows: every image with every label that it is tried with.</param>
    /// <param name="history">Of how many iterations the normalised activities are kept; 0 for none.</param>
    /// <param name="units">Units.</param>
    /// <param name="needsTotalInput">Whether total inputs are kept apart from activities.</param>
    public RecurrentLayerActivities(int images, int rows, int history, int units, bool needsTotalInput)
    {
        _rows = rows;
        _totalInput = needsTotalInput ? new Matrix(rows, units) : null;
        _computed = new Matrix(rows, units);
        _activities = new Matrix(rows, units);
        _normalised = new Matrix(history * rows, units);
        _first = new Matrix(images, units);
        _firstNormalised = new Matrix(images, units);
        FromBelow = new NeighbourInput(rows, units);
        FromAbove = new NeighbourInput(rows, units);
        Goodness = new float[rows];
        Scales = new float[rows];
        History = history;
    }

    /// <summary>Of how many iterations the normalised activities are kept.</summary>
    public int History { get; }

    /// <summary>Total inputs of the present iteration, <c>[rows, units]</c>; they become the computed activities unless the activation needs both.</summary>
    public MatrixView TotalInput => (_totalInput ?? _computed).View;

    /// <summary>What the present iteration has computed, before damping: <c>[rows, units]</c>.</summary>
    public MatrixView Computed => _computed.View;

    /// <summary>What the layer below has said, through the weights between; of the lowest layer the image.</summary>
    public NeighbourInput FromBelow { get; }

    /// <summary>What the layer above has said, likewise; unused in the highest layer.</summary>
    public NeighbourInput FromAbove { get; }

    /// <summary>Activities h after damping, <c>[rows, units]</c>.</summary>
    public MatrixView Activities => _activities.View;

    /// <summary>What normalises them, <c>[rows]</c>.</summary>
    public float[] Scales { get; }

    /// <summary>Activities of the bottom-up pass, <c>[images, units]</c>.</summary>
    public MatrixView First => _first.View;

    /// <summary>The same, normalised: what the head reads.</summary>
    public MatrixView FirstNormalised => _firstNormalised.View;

    /// <summary>Goodness of every row after the present iteration, <c>[rows]</c>.</summary>
    public float[] Goodness { get; }

    /// <summary>Normalised activities of some iterations that follow one another, <c>[count * rows, units]</c>.</summary>
    public MatrixView Normalised(int firstBlock, int count) => _normalised.RowRange(firstBlock * _rows, count * _rows);

    public void Dispose()
    {
        _totalInput?.Dispose();
        _computed.Dispose();
        _activities.Dispose();
        _normalised.Dispose();
        _first.Dispose();
        _firstNormalised.Dispose();
        FromBelow.Dispose();
        FromAbove.Dispose();
    }
}
