using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Tests.Unsupervised;

/// <summary>
/// The forward pass of an unsupervised network out of its state, in double precision and one connection after the other. Local layers are
/// those of <see cref="UnsupervisedBench.Local"/>, done by looking up each connection's ends.
/// </summary>
internal static class PlainNetwork
{
    // Places along a side and channels of what each local layer sees, then its own.
    private static readonly (int Below, int Channels, int Field, int Stride, int Side, int Units)[] Grids =
        [(8, 1, 4, 2, 3, 7), (3, 7, 2, 1, 2, 12), (2, 12, 2, 1, 1, 30)];

    /// <summary>Input and unit that a weight joins, by its place in the state's matrix.</summary>
    public static (int Input, int Unit) Connection(string network, int layer, int index, int columns)
    {
        var (row, column) = (index / columns, index % columns);
        if (network != "local")
        {
            return (row, column);
        }

        var grid = Grids[layer];
        var seen = grid.Field * grid.Field * grid.Channels;
        var (place, value) = (row / seen, row % seen);
        var (fieldPlace, channel) = (value / grid.Channels, value % grid.Channels);
        var x = (place % grid.Side * grid.Stride) + (fieldPlace % grid.Field);
        var y = (place / grid.Side * grid.Stride) + (fieldPlace / grid.Field);
        return ((((y * grid.Below) + x) * grid.Channels) + channel, (place * grid.Units) + column);
    }

    /// <summary>Activities of every layer, before normalisation.</summary>
    public static List<double[]> Activities(string network, TrainerState state, float[] image, PlainCount? count = null) =>
        Run(network, state, image, count).Activities;

    /// <summary>What comes into every layer; the last one is what comes out on top.</summary>
    public static List<double[]> Inputs(string network, TrainerState state, float[] image, PlainCount? count = null) =>
        Run(network, state, image, count).Inputs;

    /// <summary>Probability of every label.</summary>
    public static double[] Probabilities(string network, TrainerState state, float[] image, PlainCount? count = null)
    {
        var inputs = Inputs(network, state, image, count);
        var logits = state.Matrices["head/biases"].Values.Select(bias => (double)bias).ToArray();
        for (var layer = 0; layer < inputs.Count - 1; layer++)
        {
            if (state.Matrices.TryGetValue($"head/layer-{layer + 1}/weights", out var weights))
            {
                for (var i = 0; i < weights.Values.Length; i++)
                {
                    logits[i % 10] += inputs[layer + 1][i / 10] * weights.Values[i];
                    Add(count);
                }
            }
        }

        var exponentials = logits.Select(logit => Math.Exp(logit - logits.Max())).ToArray();
        return [.. exponentials.Select(value => value / exponentials.Sum())];
    }

    /// <summary>Gradient of every layer's goodness by its weights, for one row: <c>x dz</c>, connection by connection.</summary>
    public static List<double[]> Differentiate(string network, TrainerState state, float[] image, PlainCount count)
    {
        var (inputs, activities) = Run(network, state, image, null);
        return [.. activities.Select((y, layer) =>
        {
            var weights = state.Matrices[$"layer-{layer + 1}/weights"];
            var gradient = new double[weights.Values.Length];
            for (var i = 0; i < gradient.Length; i++)
            {
                var (input, unit) = Connection(network, layer, i, weights.Columns);
                gradient[i] += inputs[layer][input] * 2 * y[unit];
                Add(count);
            }

            return gradient;
        })];
    }

    /// <summary>Gradient of the head for one row, connection by connection.</summary>
    public static void DifferentiateHead(string network, TrainerState state, float[] image, PlainCount count)
    {
        var inputs = Inputs(network, state, image);
        var probabilities = Probabilities(network, state, image);
        for (var layer = 0; layer < inputs.Count - 1; layer++)
        {
            if (state.Matrices.TryGetValue($"head/layer-{layer + 1}/weights", out var weights))
            {
                var gradient = new double[weights.Values.Length];
                for (var i = 0; i < gradient.Length; i++)
                {
                    gradient[i] += inputs[layer + 1][i / 10] * -probabilities[i % 10];
                    Add(count);
                }
            }
        }
    }

    private static void Add(PlainCount? count) => _ = count is null ? 0 : ++count.MultiplyAdds;

    private static (List<double[]> Inputs, List<double[]> Activities) Run(string network, TrainerState state, float[] image, PlainCount? count)
    {
        var inputs = new List<double[]> { Normalise([.. image.Select(pixel => (double)pixel)]) };
        var activities = new List<double[]>();
        for (var layer = 0; state.Matrices.TryGetValue($"layer-{layer + 1}/weights", out var weights); layer++)
        {
            var z = state.Matrices[$"layer-{layer + 1}/biases"].Values.Select(bias => (double)bias).ToArray();
            for (var i = 0; i < weights.Values.Length; i++)
            {
                var (input, unit) = Connection(network, layer, i, weights.Columns);
                z[unit] += inputs[layer][input] * weights.Values[i];
                Add(count);
            }

            activities.Add([.. z.Select(value => Math.Max(0, value))]);
            inputs.Add(Normalise(activities[layer]));
        }

        return (inputs, activities);
    }

    private static double[] Normalise(double[] row)
    {
        var rms = Math.Sqrt(row.Average(value => value * value));
        return [.. row.Select(value => value / (1e-8 + rms))];
    }
}
