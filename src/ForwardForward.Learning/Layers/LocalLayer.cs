using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// A layer of local receptive fields without weight sharing (paper, section 3.2): every place has units of its own, which see all channels
/// of a square of places below and nothing else. It is a dense layer with most weights fixed at zero, done as one small dense product a place.
/// </summary>
public sealed class LocalLayer : IHiddenLayer
{
    private readonly FieldMap _below;
    private readonly LocalField _field;
    private readonly FieldMap _places;
    private readonly WeightMatrix[] _weights;
    private readonly float[] _biases;
    private readonly float[] _fieldBiases;
    private readonly float[] _sums;
    private Matrix _seen = new(0, 0);

    /// <summary>Allocates zeros.</summary>
    /// <param name="below">How the input lies in the picture.</param>
    /// <param name="field">What a unit sees.</param>
    /// <param name="channels">Units of every place.</param>
    public LocalLayer(FieldMap below, LocalField field, int channels)
    {
        (_below, _field) = (below, field);
        _places = new FieldMap(field.Along(below.Width), field.Along(below.Height), channels);
        _weights = [.. Enumerable.Range(0, _places.Places).Select(_ => new WeightMatrix(SeenValues, channels))];
        _biases = new float[_places.Values];
        _fieldBiases = new float[channels];
        _sums = new float[SeenValues];
    }

    /// <summary>Values that a unit sees.</summary>
    public int SeenValues => _field.Size * _field.Size * _below.Channels;

    /// <inheritdoc/>
    public int Inputs => _below.Values;

    /// <inheritdoc/>
    public int Units => _places.Values;

    /// <inheritdoc/>
    public float[] Biases => _biases;

    /// <summary>The values that are seen, place after place.</summary>
    public int WeightRows => _places.Places * SeenValues;

    /// <summary>Units of a place.</summary>
    public int WeightColumns => _places.Channels;

    private int Channels => _places.Channels;

    /// <inheritdoc/>
    public IHiddenLayer MakeEmpty() => new LocalLayer(_below, _field, Channels);

    /// <inheritdoc/>
    public void Initialise(RandomStream random)
    {
        using var values = new Matrix(SeenValues, Channels);
        foreach (var weights in _weights)
        {
            InitialWeights.Draw(values, SeenValues, random);
            weights.CopyFrom(values);
        }

        Array.Clear(_biases);
    }

    /// <inheritdoc/>
    public void Forward(MatrixProducts products, MatrixView x, ForwardEpilogue epilogue, MatrixView z)
    {
        for (var place = 0; place < _weights.Length; place++)
        {
            _biases.AsSpan(place * Channels, Channels).CopyTo(_fieldBiases);
            products.Forward(Gather(products, x, place), _weights[place], _fieldBiases, epilogue, z.ColumnRange(place * Channels, Channels));
        }
    }

    /// <inheritdoc/>
    public void Learn(
        MatrixProducts products, MatrixView x, MatrixView dz, ReadOnlySpan<float> u, ReadOnlySpan<float> v, in SmoothedUpdate update, IHiddenLayer velocity)
    {
        var others = ((LocalLayer)velocity)._weights;
        for (var place = 0; place < _weights.Length; place++)
        {
            var units = place * Channels;
            var window = Window(place);
            if (!u.IsEmpty)
            {
                window.Gather(u, _sums);
            }

            products.WeightUpdate(
                Gather(products, x, place), dz.ColumnRange(units, Channels), u.IsEmpty ? [] : _sums, v.IsEmpty ? [] : v.Slice(units, Channels), update, others[place], _weights[place]);
        }
    }

    /// <inheritdoc/>
    public void Backproject(MatrixProducts products, MatrixView units, MatrixView inputs)
    {
        inputs.Fill(0);
        for (var place = 0; place < _weights.Length; place++)
        {
            var seen = Room(units.Rows);
            products.InputGradient(units.ColumnRange(place * Channels, Channels), _weights[place], seen);
            for (var row = 0; row < units.Rows; row++)
            {
                Window(place).Add(seen.Row(row), inputs.Row(row));
            }
        }
    }

    /// <inheritdoc/>
    public void CopyUnitTo(int unit, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)unit, (uint)Units, nameof(unit));
        var place = unit / Channels;
        var seen = new float[SeenValues];
        _weights[place].CopyUnitTo(unit % Channels, seen);
        destination[..Inputs].Clear();
        Window(place).Add(seen, destination);
    }

    /// <inheritdoc/>
    public int UnitShownAt(int position) => (position % _places.Places * Channels) + (position / _places.Places);

    /// <inheritdoc/>
    public void GetWeights(MatrixView rowMajor)
    {
        for (var place = 0; place < _weights.Length; place++)
        {
            _weights[place].CopyTo(rowMajor.RowRange(place * SeenValues, SeenValues));
        }
    }

    /// <inheritdoc/>
    public void SetWeights(MatrixView rowMajor)
    {
        for (var place = 0; place < _weights.Length; place++)
        {
            _weights[place].CopyFrom(rowMajor.RowRange(place * SeenValues, SeenValues));
        }
    }

    /// <inheritdoc/>
    public void CopyFrom(IHiddenLayer other)
    {
        for (var place = 0; place < _weights.Length; place++)
        {
            _weights[place].CopyFrom(((LocalLayer)other)._weights[place]);
        }

        other.Biases.CopyTo(_biases, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _seen.Dispose();
        foreach (var weights in _weights)
        {
            weights.Dispose();
        }
    }

    private FieldWindow Window(int place) => new(
        _below, _field.Size, place % _places.Width * _field.Stride, place / _places.Width * _field.Stride);

    /// <summary>What the units of one place see, in rows that follow one another: <c>[rows, seen values]</c>, until the next place is asked for.</summary>
    private MatrixView Gather(MatrixProducts products, MatrixView x, int place)
    {
        var seen = Room(x.Rows);
        new FieldGathering { Window = Window(place), Source = x, Destination = seen }.Share(products.Workers);
        return seen;
    }

    private MatrixView Room(int rows)
    {
        if (_seen.Rows < rows)
        {
            _seen.Dispose();
            _seen = new Matrix(rows, SeenValues);
        }

        return _seen.RowRange(0, rows);
    }
}
