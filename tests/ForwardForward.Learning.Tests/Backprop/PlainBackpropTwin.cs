using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Tests.Backprop;

/// <summary>
/// A backprop net in double precision and plain loops, one image and one connection after the other: convolutions of rectified units, each
/// followed by pooling, then dense layers. Without dropout, label smoothing and weight decay.
/// </summary>
internal sealed class PlainBackpropTwin
{
    private readonly BackpropSettings _options;
    private readonly TrainerState _state;
    private readonly Dictionary<string, double[]> _gradients = [];

    public PlainBackpropTwin(TrainerState state, BackpropSettings options, int width, int height)
    {
        (_options, _state, Width, Height) = (options, state, width, height);
        foreach (var (name, matrix) in state.Matrices)
        {
            _gradients.Add(name, new double[matrix.Values.Length]);
        }
    }

    /// <summary>Multiply-adds of its products so far.</summary>
    public long MultiplyAdds { get; private set; }

    private int Width { get; }

    private int Height { get; }

    /// <summary>Sum over the images seen so far of the derivative of <c>log p(label)</c> by the values of a matrix.</summary>
    public double[] Gradient(string name) => _gradients[name];

    /// <summary>Forward and backward with one image.</summary>
    public void Learn(ReadOnlySpan<byte> image, int label)
    {
        var passes = new Stack<Func<double[], double[]>>();
        var x = Normalised([.. image.ToArray().Select(ink => ink / 255.0)]);
        var (width, height, channels) = (Width, Height, 1);
        foreach (var (units, i) in _options.Channels.Select((units, i) => (units, i)))
        {
            x = Convolve($"convolution-{i + 1}", x, width, channels, height, units, passes, i == 0);
            (width, height, channels) = (width - _options.FieldSide + 1, height - _options.FieldSide + 1, units);
            x = Pool(x, width, height, channels, passes);
            (width, height) = (width / 2, height / 2);
        }

        foreach (var (units, i) in _options.HiddenUnits.Select((units, i) => (units, i)))
        {
            var number = _options.Channels.Count + i + 1;
            x = Dense($"layer-{number}", x, units, rectified: true, passes, number == 1);
        }

        x = Dense("output", x, 10, rectified: false, passes, false);
        var exponentials = x.Select(logit => Math.Exp(logit - x.Max())).ToArray();
        double[] derivative = [.. exponentials.Select((value, i) => (i == label ? 1 : 0) - (value / exponentials.Sum()))];
        while (passes.TryPop(out var backward))
        {
            derivative = backward(derivative);
        }
    }

    private double[] Dense(string name, double[] x, int units, bool rectified, Stack<Func<double[], double[]>> passes, bool isLowest) =>
        Products(name, [.. Enumerable.Range(0, x.Length)], 1, x, units, rectified, passes, isLowest);

    private double[] Convolve(
        string name, double[] x, int width, int channels, int height, int units, Stack<Func<double[], double[]>> passes, bool isLowest)
    {
        var side = _options.FieldSide;
        var seen = new List<int>();
        for (var place = 0; place < (width - side + 1) * (height - side + 1); place++)
        {
            var (left, top) = (place % (width - side + 1), place / (width - side + 1));
            for (var value = 0; value < side * side * channels; value++)
            {
                var (row, column, channel) = (value / (side * channels), value / channels % side, value % channels);
                seen.Add(((((top + row) * width) + left + column) * channels) + channel);
            }
        }

        return Products(name, [.. seen], (width - side + 1) * (height - side + 1), x, units, rectified: true, passes, isLowest);
    }

    // Every place sees as many inputs, listed in seen, and has the same weights.
    private double[] Products(string name, int[] seen, int places, double[] x, int units, bool rectified, Stack<Func<double[], double[]>> passes, bool isLowest)
    {
        var (weights, biases) = (_state.Matrices[name + "/weights"].Values, _state.Matrices[name + "/biases"].Values);
        var fields = seen.Length / places;
        var y = new double[places * units];
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = biases[i % units];
            for (var input = 0; input < fields; input++)
            {
                y[i] += x[seen[((i / units) * fields) + input]] * weights[(input * units) + (i % units)];
                MultiplyAdds++;
            }

            y[i] = rectified ? Math.Max(0, y[i]) : y[i];
        }

        passes.Push(derivative =>
        {
            var dx = new double[x.Length];
            var (gradient, biasGradient) = (_gradients[name + "/weights"], _gradients[name + "/biases"]);
            for (var i = 0; i < y.Length; i++)
            {
                var dz = rectified && y[i] <= 0 ? 0 : derivative[i];
                biasGradient[i % units] += dz;
                for (var input = 0; input < fields; input++)
                {
                    var from = seen[((i / units) * fields) + input];
                    gradient[(input * units) + (i % units)] += x[from] * dz;
                    MultiplyAdds++;
                    if (!isLowest)
                    {
                        dx[from] += weights[(input * units) + (i % units)] * dz;
                        MultiplyAdds++;
                    }
                }
            }

            return dx;
        });
        return y;
    }

    private static double[] Pool(double[] x, int width, int height, int channels, Stack<Func<double[], double[]>> passes)
    {
        var y = new double[width / 2 * (height / 2) * channels];
        var largest = new int[y.Length];
        for (var i = 0; i < y.Length; i++)
        {
            var (place, channel) = (i / channels, i % channels);
            var (left, top) = (place % (width / 2) * 2, place / (width / 2) * 2);
            int[] four = [.. new[] { (0, 0), (0, 1), (1, 0), (1, 1) }.Select(at => ((((top + at.Item1) * width) + left + at.Item2) * channels) + channel)];
            largest[i] = four.MaxBy(from => x[from]);
            y[i] = x[largest[i]];
        }

        passes.Push(derivative =>
        {
            var dx = new double[x.Length];
            for (var i = 0; i < y.Length; i++)
            {
                dx[largest[i]] += derivative[i];
            }

            return dx;
        });
        return y;
    }

    private static double[] Normalised(double[] values)
    {
        var rms = 1e-8 + Math.Sqrt(values.Sum(value => value * value) / values.Length);
        return [.. values.Select(value => value / rms)];
    }
}
