using ForwardForward.Frames;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// How each label fares while the network settles on one test image: its goodness after every iteration, added up over the hidden layers;
/// those that count are shaded (paper, section 3.4). A query's item is the test image; without one it is a positive of the last mini-batch, or
/// the first test image as long as there is none.
/// </summary>
internal sealed class SettlingReading(RecurrentTrainer trainer) : Reading
{
    /// <summary>Name of the reading.</summary>
    public const string Name = "settling";

    public override ReadingInfo Info => new(Name, "Settling", "Goodness of every label after every iteration; the shaded iterations count.", FrameKind.Group)
    {
        Items = trainer.SampleData?.Test.Count,
        NeedsSamples = true,
        Cadence = ReadingCadence.Slow,
    };

    protected override Frame? Answer(in ReadingQuery query)
    {
        if (Shown(query.Item) is not { } shown)
        {
            return null;
        }

        var (pixels, label) = shown;
        using var model = new RecurrentModel(trainer.Weights, trainer.Options, trainer.Products, 1, triesLabels: true, trainer.Options.Iterations);
        var found = model.Classify(pixels);
        var step = trainer.Course.CompletedSteps;
        var classes = trainer.Images.Classes;
        var (from, to) = trainer.Options.ScoredIterations!.Value;
        return new GroupFrame(step,
        [
            new NamedFrame("picture", new ImageFrame(step, trainer.Images.Shape, ImageRange.Share, Array.ConvertAll(pixels, ink => ink / 255f)) { Captions = [classes[label]] }),
            new NamedFrame("goodness", new SeriesFrame(step, "iteration", [.. Enumerable.Range(1, found.Iterations.Length).Select(i => (float)i)],
            [
                .. classes.Select((name, code) => new SeriesLine(name, [.. found.Iterations.Select(goodness => goodness[code])], RoleOf(code, label, found.Label))),
            ])
            {
                Unit = "goodness",
                Band = new SeriesBand("counts", from, to),
            }),
        ]);
    }

    private static DataRole RoleOf(int code, int label, int predicted) =>
        code == label ? DataRole.Positive : code == predicted ? DataRole.Negative : DataRole.Background;

    private (byte[] Pixels, int Label)? Shown(int? item)
    {
        if (item is null && trainer.LayerReadings.CopyExamples(1) is [var pair, ..])
        {
            return (Array.ConvertAll(pair.Positive, share => (byte)Math.Clamp(MathF.Round(share * 255), 0, 255)), pair.PositiveLabel ?? 0);
        }

        return trainer.SampleData is { Test: { Count: > 0 } test } ? (test.Image(item ?? 0).ToArray(), test.Labels[item ?? 0]) : null;
    }
}
