using ForwardForward.Learning.Recurrent;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Tests.Recurrent;

/// <summary>
/// The recurrent network in plain loops, forward only. It records for every layer, iteration and row what the layer heard and what it kept of
/// its old activity, so that a loss can be computed with those held still and other weights put in.
/// </summary>
internal sealed class PlainRecurrentTwin(RecurrentSettings options, TrainerState state, PlainConnections? connections = null)
{
    /// <summary>What one layer heard before one iteration, for one row.</summary>
    /// <param name="Below">Normalised activity of the layer below, or the normalised image.</param>
    /// <param name="Above">Normalised activity of the layer above, or the normalised label.</param>
    /// <param name="Old">The layer's own old activity.</param>
    public sealed record Heard(double[] Below, double[] Above, double[] Old);

    private readonly PlainConnections _connections = connections ?? PlainConnections.Dense;

    /// <summary>Weights from below, as the state has them.</summary>
    public double[][] Up { get; } = [.. options.HiddenUnits.Select((_, layer) => Take(state, $"layer-{layer + 1}/weights"))];

    /// <summary>Weights from above.</summary>
    public double[][] Down { get; } = [.. options.HiddenUnits.Select((_, layer) => Take(state, $"layer-{layer + 1}/{(layer + 1 < options.HiddenUnits.Count ? "down" : "label")}-weights"))];

    /// <summary>Biases.</summary>
    public double[][] Biases { get; } = [.. options.HiddenUnits.Select((_, layer) => Take(state, $"layer-{layer + 1}/biases"))];

    /// <summary>Multiply-adds of its products so far.</summary>
    public long MultiplyAdds { get; private set; }

    /// <summary>Runs one image with one label: <c>[iteration][layer]</c>.</summary>
    public Heard[][] Run(ReadOnlySpan<byte> image, int label) => Settle(image, BottomUp(image), label);

    /// <summary>Activities of the bottom-up pass, which no label takes part in: <c>[layer]</c>.</summary>
    public double[][] BottomUp(ReadOnlySpan<byte> image)
    {
        var bottom = Pixels(image);
        var h = new double[options.HiddenUnits.Count][];
        for (var layer = 0; layer < h.Length; layer++)
        {
            h[layer] = Computed(layer, layer == 0 ? bottom : Normalised(h[layer - 1]), null);
        }

        return h;
    }

    /// <summary>Iterations of one image with one label from the bottom-up pass on: <c>[iteration][layer]</c>.</summary>
    public Heard[][] Settle(ReadOnlySpan<byte> image, double[][] h, int label)
    {
        var bottom = Pixels(image);
        var top = new double[10];
        top[label] = Math.Sqrt(10);
        var layers = h.Length;
        var history = new Heard[options.Iterations][];
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            var heard = Enumerable.Range(0, layers).Select(layer => new Heard(
                layer == 0 ? bottom : Normalised(h[layer - 1]), layer == layers - 1 ? top : Normalised(h[layer + 1]), h[layer])).ToArray();
            history[iteration] = heard;
            h = [.. heard.Select((one, layer) => Settled(layer, one))];
        }

        return history;
    }

    /// <summary>A layer's activity after an iteration.</summary>
    public double[] Settled(int layer, Heard heard) =>
        [.. Computed(layer, heard.Below, heard.Above).Zip(heard.Old, (computed, old) => (options.Damping * old) + ((1 - options.Damping) * computed))];

    /// <summary>Goodness of a layer after an iteration, the sum of squares with its sign turned.</summary>
    public double Goodness(int layer, Heard heard) => -Settled(layer, heard).Sum(value => value * value);

    private static double[] Pixels(ReadOnlySpan<byte> image) => Normalised([.. image.ToArray().Select(ink => ink / 255.0)]);

    private static double[] Take(TrainerState state, string name) => [.. state.Matrices[name].Values.Select(value => (double)value)];

    private static double[] Normalised(double[] values)
    {
        var rms = 1e-8 + Math.Sqrt(values.Sum(value => value * value) / values.Length);
        return [.. values.Select(value => value / rms)];
    }

    private double[] Computed(int layer, double[] below, double[]? above)
    {
        var values = Biases[layer].ToArray();
        Add(values, below, Up[layer], index => _connections.Up(layer, index, values.Length));
        if (above is not null)
        {
            Add(values, above, Down[layer], index => _connections.Down(layer, index, values.Length));
        }

        return [.. values.Select(value => Math.Max(0, value))];
    }

    private void Add(double[] values, double[] heard, double[] weights, Func<int, (int Input, int Unit)?> connection)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            if (connection(i) is { } ends)
            {
                values[ends.Unit] += heard[ends.Input] * weights[i];
                MultiplyAdds++;
            }
        }
    }
}
