using ForwardForward.Frames;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// A layer of local receptive fields without weight sharing (paper, section 3.2): every location has units of its own, which see all channels
/// of a square of locations below and nothing else; what reaches beyond them sees zeros. It is a dense layer with most weights fixed at zero, done as one small dense product a location.
/// </summary>
public sealed class LocalLayer : IHiddenLayer
{
    private readonly ImageShape _below;
    private readonly FieldAxis _axis;
    private readonly ImageShape _locations;
    private readonly WeightMatrix[] _weights;
    private readonly float[] _biases;
    private readonly float[] _fieldBiases;
    private readonly float[] _sums;
    private Matrix _seen = new(0, 0);

    /// <summary>Allocates zeros.</summary>
    /// <param name="below">How the input lies in the picture.</param>
    /// <param name="field">What a unit sees.</param>
    /// <param name="channels">Units of every location.</param>
    public LocalLayer(ImageShape below, LocalField field, int channels)
        : this(below, new ImageShape(field.Along(below.Width), field.Along(below.Height), channels), FieldAxis.Up(field))
    {
    }

    private LocalLayer(ImageShape seen, ImageShape locations, FieldAxis axis)
    {
        (_below, _locations, _axis) = (seen, locations, axis);
        _weights = [.. Enumerable.Range(0, locations.Locations).Select(_ => new WeightMatrix(SeenValues, locations.Channels))];
        _biases = new float[locations.Values];
        _fieldBiases = new float[locations.Channels];
        _sums = new float[SeenValues];
    }

    /// <summary>
    /// A layer that hears the map above: every unit hears the units above that see its own location, so that what goes up comes down the same way.
    /// </summary>
    /// <param name="above">How the values above lie.</param>
    /// <param name="field">What a unit above sees of the map that hears it.</param>
    /// <param name="locations">How the units that hear it lie.</param>
    public static LocalLayer Downwards(ImageShape above, LocalField field, ImageShape locations) => new(above, locations, FieldAxis.Down(field));

    /// <summary>Values that a unit sees.</summary>
    public int SeenValues => _axis.Size * _axis.Size * _below.Channels;

    /// <inheritdoc/>
    public int Inputs => _below.Values;

    /// <inheritdoc/>
    public int Units => _locations.Values;

    /// <inheritdoc/>
    public float[] Biases => _biases;

    /// <summary>The values that are seen, location after location.</summary>
    public int WeightRows => _locations.Locations * SeenValues;

    /// <summary>Units of a location.</summary>
    public int WeightColumns => _locations.Channels;

    /// <summary>Weights that see something; those of the padding do not count.</summary>
    public long Connections => Enumerable.Range(0, _weights.Length).Sum(location => (long)Window(location).LocationsInside * _below.Channels * Channels);

    private int Channels => _locations.Channels;

    /// <inheritdoc/>
    public IHiddenLayer MakeEmpty() => new LocalLayer(_below, _locations, _axis);

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
        for (var location = 0; location < _weights.Length; location++)
        {
            _biases.AsSpan(location * Channels, Channels).CopyTo(_fieldBiases);
            products.Forward(Gather(products, x, location), _weights[location], _fieldBiases, epilogue, z.ColumnRange(location * Channels, Channels));
        }
    }

    /// <inheritdoc/>
    public void Multiply(MatrixProducts products, MatrixView x, MatrixView z)
    {
        for (var location = 0; location < _weights.Length; location++)
        {
            products.Forward(Gather(products, x, location), _weights[location], [], ForwardEpilogue.Linear, z.ColumnRange(location * Channels, Channels));
        }
    }

    /// <inheritdoc/>
    public void Learn(
        MatrixProducts products, MatrixView x, MatrixView dz, ReadOnlySpan<float> u, ReadOnlySpan<float> v, in SmoothedUpdate update, IHiddenLayer velocity)
    {
        var others = ((LocalLayer)velocity)._weights;
        for (var location = 0; location < _weights.Length; location++)
        {
            var units = location * Channels;
            var window = Window(location);
            if (!u.IsEmpty)
            {
                window.Gather(u, _sums);
            }

            products.WeightUpdate(
                Gather(products, x, location), dz.ColumnRange(units, Channels), u.IsEmpty ? [] : _sums, v.IsEmpty ? [] : v.Slice(units, Channels), update, others[location], _weights[location]);
        }
    }

    /// <inheritdoc/>
    public void Backproject(MatrixProducts products, MatrixView units, MatrixView inputs)
    {
        inputs.Fill(0);
        for (var location = 0; location < _weights.Length; location++)
        {
            var seen = Room(units.Rows);
            products.InputGradient(units.ColumnRange(location * Channels, Channels), _weights[location], seen);
            for (var row = 0; row < units.Rows; row++)
            {
                Window(location).Add(seen.Row(row), inputs.Row(row));
            }
        }
    }

    /// <inheritdoc/>
    public void CopyUnitTo(int unit, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)unit, (uint)Units, nameof(unit));
        var location = unit / Channels;
        var seen = new float[SeenValues];
        _weights[location].CopyUnitTo(unit % Channels, seen);
        destination[..Inputs].Clear();
        Window(location).Add(seen, destination);
    }

    /// <inheritdoc/>
    public int UnitShownAt(int position) => (position % _locations.Locations * Channels) + (position / _locations.Locations);

    /// <inheritdoc/>
    public void GetWeights(MatrixView rowMajor)
    {
        for (var location = 0; location < _weights.Length; location++)
        {
            _weights[location].CopyTo(rowMajor.RowRange(location * SeenValues, SeenValues));
        }
    }

    /// <inheritdoc/>
    public void SetWeights(MatrixView rowMajor)
    {
        for (var location = 0; location < _weights.Length; location++)
        {
            _weights[location].CopyFrom(rowMajor.RowRange(location * SeenValues, SeenValues));
        }
    }

    /// <inheritdoc/>
    public void CopyFrom(IHiddenLayer other)
    {
        for (var location = 0; location < _weights.Length; location++)
        {
            _weights[location].CopyFrom(((LocalLayer)other)._weights[location]);
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

    private FieldWindow Window(int location) => new(
        _below, _axis.Size, _axis.Start(location % _locations.Width), _axis.Start(location / _locations.Width));

    /// <summary>What the units of one location see, in rows that follow one another: <c>[rows, seen values]</c>, until the next location is asked for.</summary>
    private MatrixView Gather(MatrixProducts products, MatrixView x, int location)
    {
        var seen = Room(x.Rows);
        new FieldGathering { Window = Window(location), Source = x, Destination = seen }.Share(products.Workers);
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
