using ForwardForward.Frames;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;
using ForwardForward.Runs;

namespace ForwardForward.Testing.Runs;

/// <summary>Small plausible values for tests of pages, hub and REST.</summary>
public static class Samples
{
    /// <summary>When every sample run was created.</summary>
    public static DateTimeOffset Created { get; } = new(2025, 3, 14, 9, 26, 53, TimeSpan.Zero);

    /// <summary>A recipe of three layers of 100 units.</summary>
    public static ConfiguredRecipe Recipe(string id = "ff-supervised-small", Scale scale = Scale.Quick, ulong seed = 1) => new()
    {
        Info = new RecipeInfo(id, "Supervised, 3 x 1000", "The label is written into the first ten pixels; a wrong label makes the image negative.") { Family = RecipeFamilies.LabelInImage },
        Scale = scale,
        DataSet = "mnist",
        Probe = Probe.Drawing(new ImageShape(28, 28)),
        Settings = new SupervisedSettings { HiddenUnits = [100, 100, 100], Epochs = 5, Seed = seed },
    };

    /// <summary>The same of a network that only reads by softmax and whose layers have no goodness.</summary>
    public static ConfiguredRecipe RecipeWithoutGoodness(ulong seed = 1) => Recipe(seed: seed) with { Settings = new BackpropSettings { HiddenUnits = [100, 100, 100], Epochs = 5, Seed = seed } };

    /// <summary>Scores of a classifier in percent; null for what was not counted yet.</summary>
    public static RunScores Scores(double? validationGoodness, double? validationSoftmax, double? testGoodness, double? testSoftmax) =>
        RunScores.None.With(new ClassifierErrors(validationGoodness, validationSoftmax, testGoodness, testSoftmax).ToScores());

    /// <summary>A run somewhere in its second epoch.</summary>
    public static RunSnapshot Run(string id = "k3v9x2m7q4ab", RunState state = RunState.Running) => new()
    {
        Id = id,
        Recipe = Recipe(),
        State = state,
        DataName = "MNIST",
        Epoch = 1,
        Epochs = 5,
        Step = 750,
        StepsPerEpoch = 500,
        Layers = [.. Enumerable.Range(1, 3).Select(layer => new LayerDescription($"layer {layer}", 100, 100, layer == 1 ? 28 : 0, layer == 1 ? 28 : 0, layer == 1 ? 10 : 0))],
        Scores = Scores(4.21, 5.03, null, null),
        SamplesPerSecond = 8200,
        TrainSeconds = 9.5,
        CreatedAt = Created,
    };

    /// <summary>A completed run of a recipe that has a measure of its own and none of a classifier's: an error by free energy, 5.2 % on the validation split.</summary>
    public static RunSnapshot RunWithOwnMeasure(string id = "ownmeasure12") => Run(id, RunState.Completed) with
    {
        Recipe = Recipe() with { Settings = new BackpropSettings { Epochs = 5 }, Scores = [new ScoreInfo("free-energy-error", "Error by free energy")] },
        Epochs = 5,
        Scores = RunScores.Of(new Dictionary<string, double> { ["validation/free-energy-error"] = 5.2, ["test/free-energy-error"] = 5.5 }),
    };

    /// <summary>The network that ships with the program.</summary>
    public static RunSnapshot Starter() => Run("starter", RunState.Completed) with { IsReadOnly = true, Scores = Scores(1.9, 2, 1.87, 1.93), Epoch = 5, Step = 2500, CreatedAt = DateTimeOffset.UnixEpoch };

    /// <summary>A classification that is sure of a label.</summary>
    public static Classification Classification(int label)
    {
        var goodness = Enumerable.Range(0, 10).Select(other => other == label ? 260f : 90 + (other * 3)).ToArray();
        var softmax = Enumerable.Range(0, 10).Select(other => other == label ? 0.91f : 0.01f).ToArray();
        return new Classification(label, goodness, softmax, [goodness, goodness, goodness]);
    }

    /// <summary>Receptive fields of so many units: slanted waves that grow out of noise as the step goes up.</summary>
    public static ReceptiveFields Fields(long version, long step, int count = 60)
    {
        var fields = new float[count * 784];
        var formed = 1 - Math.Exp(-step / 400.0);
        for (var i = 0; i < fields.Length; i++)
        {
            var (unit, x, y) = (i / 784, i % 28, i % 784 / 28);
            var (angle, reach) = (unit * 0.7, 4 + (unit % 5));
            var (dx, dy) = (x - 14 - (6 * Math.Cos(unit)), y - 14 - (6 * Math.Sin(unit)));
            var wave = Math.Cos(((dx * Math.Cos(angle)) + (dy * Math.Sin(angle))) * 0.9) * Math.Exp(-((dx * dx) + (dy * dy)) / (2 * reach * reach));
            var noise = Math.Sin((i * 12.9898) + unit) * 43758.5453;
            fields[i] = (float)(0.12 * ((formed * wave) + ((1 - (0.8 * formed)) * 0.5 * ((noise - Math.Floor(noise)) - 0.5))));
        }

        return new ReceptiveFields(version, step, 0, 28, 28, 10, 0, fields);
    }

    /// <summary>Examples: a ring told to be a 0 and the same ring told to be a 6.</summary>
    public static NegativeExamples Examples(long version, long step, int count = 2) =>
        new(version, step, [.. Enumerable.Range(0, count).Select(index => Pair(index % 10))]);

    /// <summary>What is kept of a run at a step: of layer 1 it has fields, and every figure tells the step.</summary>
    public static Moment Moment(long step, RunSnapshot run) => new(
        step,
        (double)step / Math.Max(1, run.StepsPerEpoch),
        step / 100.0,
        Scores(step == 0 ? null : 90 - (step / 10.0), step == 0 ? null : 91 - (step / 10.0), null, null),
        [.. run.Layers.Select((layer, i) => i == 0 ? Fields(step, step) : new ReceptiveFields(step, step, i, 0, 0, 0, 0, []))],
        [.. run.Layers.Select(_ => step == 0 ? null : new LayerStatistics([100 + step, 120 + step], [60, 40], 0.34f, (int)(step % 1000), 1, 0.0412f))],
        step == 0 ? new NegativeExamples(0, 0, []) : Examples(step, step, 1 + (int)(step % 8)));

    /// <summary>What excites a unit: rings, less and less.</summary>
    public static ExcitingImages Exciting(RunSnapshot run, int layer, int unit, int count) => new(1, run.Step, layer, unit, 28, 28,
        [.. Enumerable.Range(0, count).Select(index => new ExcitingImage(index, (unit + index) % 10, 5f / (index + 1), [.. Ring((unit + index) % 10).Select(share => (byte)(share * 255))]))]);

    /// <summary>A net that settles on 7 within eight iterations, positive data being quiet.</summary>
    public static LabelIterations Iterations(RunSnapshot run, int? digit) => new(1, run.Step, digit, 100, 7, 7, 3, 5, 28, 28, [.. Ring(7).Select(share => (byte)(share * 255))],
        [.. Enumerable.Range(1, 8).Select(iteration => Enumerable.Range(0, 10).Select(label => -200f + ((label == 7 ? 15 : -label) * iteration)).ToArray())]);

    /// <summary>What happened to a ring in three layers of 100 units: positives rise, negatives sink.</summary>
    public static StepTrace Story(long step = 750) => new(step, 0, 50, 0.01f, Pair(3), [.. Enumerable.Range(1, 3).Select(layer => new LayerTrace(
        100,
        Row(layer, 1.2f + (0.1f * layer), 0.8f, +6),
        Row(layer, 0.8f - (0.05f * layer), 0.3f, -4),
        7,
        Fields(1, 100, 8).Fields[(7 * 784)..],
        Fields(1, 120, 8).Fields[(7 * 784)..]))]);

    private static RowTrace Row(int layer, float size, float probability, float gain)
    {
        var activities = Enumerable.Range(0, 100).Select(unit => size * (float)Math.Max(0, Math.Sin((unit * layer) + size) * 1.6)).ToArray();
        var goodness = activities.Sum(value => value * value);
        return new RowTrace(activities, MathF.Sqrt(goodness / activities.Length), goodness, probability, goodness + gain);
    }

    private static ExamplePair Pair(int label)
    {
        var wrong = (label + 6) % 10;
        return new ExamplePair(
            new ImageShape(28, 28), Ring(label), Ring(wrong), label, wrong, 0.34f, [150, 140, 160], [60, 70, 50], new Dictionary<string, float[]>());
    }

    private static float[] Ring(int label)
    {
        var pixels = new float[784];
        for (var i = 28; i < pixels.Length; i++)
        {
            var distance = Math.Sqrt(Math.Pow((i % 28) - 13.5, 2) + Math.Pow((i / 28) - 13.5, 2));
            pixels[i] = (float)Math.Clamp(2.2 - Math.Abs(distance - 7), 0, 1);
        }

        pixels[label] = 1;
        return pixels;
    }
}
