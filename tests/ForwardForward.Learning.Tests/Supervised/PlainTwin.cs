using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Tests.Supervised;

/// <summary>
/// The published algorithm again, in double precision and one loop after the other, as a plain twin of the trainer: sum-of-squares goodness,
/// logistic loss, ReLU. Rows are whole images with their label pixels written in; nothing is shared or left out.
/// </summary>
internal sealed class PlainTwin(TrainerState start, SupervisedSettings options)
{
    private const int Labels = 10;
    private readonly Dictionary<string, double[][]> _state = start.Matrices.ToDictionary(
        entry => entry.Key, entry => entry.Value.Values.Chunk(entry.Value.Columns).Select(row => row.Select(value => (double)value).ToArray()).ToArray());

    /// <summary>Multiply-adds of its products so far.</summary>
    public long MultiplyAdds { get; private set; }

    private int Layers => options.HiddenUnits.Count;

    public double[][] this[string name] => _state[name];

    /// <summary>One step on images in [0, 1], their labels, and the wrong labels of their negatives.</summary>
    public void Step(double[][] images, int[] labels, int[] wrongLabels, double gain)
    {
        var positive = Forward(images.Select((image, i) => WithLabel(image, labels[i])));
        var negative = Forward(images.Select((image, i) => WithLabel(image, wrongLabels[i])));
        var neutral = Forward(images.Select(image => WithLabel(image, null)));
        LearnHead(neutral, labels, gain);
        for (var layer = 0; layer < Layers; layer++)
        {
            Learn(layer, positive, negative, images.Length, gain);
        }
    }

    private void Learn(int layer, Pass positive, Pass negative, int batch, double gain)
    {
        var units = options.HiddenUnits[layer];
        var means = _state[$"layer-{layer + 1}/mean-activity"][0];
        for (var unit = 0; options.PeerStrength > 0 && unit < units; unit++)
        {
            means[unit] = (0.9 * means[unit]) + (0.1 * positive.Activities[layer].Average(row => row[unit]));
        }

        var mean = means.Average();
        var weights = Zeros(_state[$"layer-{layer + 1}/weights"].Length, units);
        var biases = Zeros(1, units);
        foreach (var (pass, isPositive) in new[] { (positive, true), (negative, false) })
        {
            for (var row = 0; row < batch; row++)
            {
                var y = pass.Activities[layer][row];
                var p = 1 / (1 + Math.Exp(-(y.Sum(value => value * value) - (options.ThresholdPerUnit * units))));
                for (var unit = 0; unit < units; unit++)
                {
                    var dz = isPositive ? ((1 - p) * y[unit]) + (options.PeerStrength * (mean - means[unit])) : -p * y[unit];
                    biases[0][unit] += dz;
                    for (var input = 0; input < weights.Length; input++)
                    {
                        weights[input][unit] += pass.Inputs[layer][row][input] * dz;
                        MultiplyAdds++;
                    }
                }
            }
        }

        Update($"layer-{layer + 1}/weights", weights, batch, gain * options.LearningRate, options.WeightDecay);
        Update($"layer-{layer + 1}/biases", biases, batch, gain * options.LearningRate, 0);
    }

    private void LearnHead(Pass neutral, int[] labels, double gain)
    {
        var gradients = Enumerable.Range(1, Layers - 1).Select(layer => Zeros(options.HiddenUnits[layer], Labels)).ToArray();
        var biases = Zeros(1, Labels);
        for (var row = 0; row < labels.Length; row++)
        {
            var logits = _state["head/biases"][0].ToArray();
            for (var layer = 1; layer < Layers; layer++)
            {
                Multiply(neutral.Inputs[layer + 1][row], _state[$"head/layer-{layer + 1}/weights"], logits);
            }

            var exponentials = logits.Select(logit => Math.Exp(logit - logits.Max())).ToArray();
            for (var label = 0; label < Labels; label++)
            {
                var dz = (label == labels[row] ? 1 : 0) - (exponentials[label] / exponentials.Sum());
                biases[0][label] += dz;
                for (var layer = 1; layer < Layers; layer++)
                {
                    for (var unit = 0; unit < options.HiddenUnits[layer]; unit++)
                    {
                        gradients[layer - 1][unit][label] += neutral.Inputs[layer + 1][row][unit] * dz;
                        MultiplyAdds++;
                    }
                }
            }
        }

        for (var layer = 1; layer < Layers; layer++)
        {
            Update($"head/layer-{layer + 1}/weights", gradients[layer - 1], labels.Length, gain * options.HeadLearningRate, options.HeadWeightDecay);
        }

        Update("head/biases", biases, labels.Length, gain * options.HeadLearningRate, 0);
    }

    private void Update(string name, double[][] gradient, int batch, double rate, double decay)
    {
        var (velocity, values) = (_state[$"velocity/{name}"], _state[name]);
        for (var row = 0; row < values.Length; row++)
        {
            for (var column = 0; column < values[row].Length; column++)
            {
                velocity[row][column] = (options.Smoothing * velocity[row][column]) + ((1 - options.Smoothing) * gradient[row][column] / batch);
                values[row][column] += rate * (velocity[row][column] - (decay * values[row][column]));
            }
        }
    }

    private Pass Forward(IEnumerable<double[]> rows)
    {
        var pass = new Pass([rows.Select(Normalise).ToArray()], []);
        for (var layer = 0; layer < Layers; layer++)
        {
            var activities = pass.Inputs[layer].Select(input =>
            {
                var z = _state[$"layer-{layer + 1}/biases"][0].ToArray();
                Multiply(input, _state[$"layer-{layer + 1}/weights"], z);
                return z.Select(value => Math.Max(0, value)).ToArray();
            }).ToArray();
            pass.Activities.Add(activities);
            pass.Inputs.Add(activities.Select(Normalise).ToArray());
        }

        return pass;
    }

    private double[] WithLabel(double[] image, int? label) =>
        [.. image.Select((pixel, i) => i >= Labels ? pixel : label is null ? options.LabelStrength / 10 : i == label ? options.LabelStrength : 0)];

    private static double[] Normalise(double[] row)
    {
        var rms = Math.Sqrt(row.Average(value => value * value));
        return [.. row.Select(value => value / (1e-8 + rms))];
    }

    private void Multiply(double[] x, double[][] weights, double[] sums)
    {
        for (var input = 0; input < x.Length; input++)
        {
            for (var unit = 0; unit < sums.Length; unit++)
            {
                sums[unit] += x[input] * weights[input][unit];
                MultiplyAdds++;
            }
        }
    }

    private static double[][] Zeros(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];

    /// <summary>Normalised rows below every layer (one more than there are layers), and activities before normalisation.</summary>
    private sealed record Pass(List<double[][]> Inputs, List<double[][]> Activities);
}
