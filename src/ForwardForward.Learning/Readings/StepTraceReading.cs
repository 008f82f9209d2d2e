using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>
/// What happened to one pair of the last mini-batch, layer by layer (<see cref="StepTrace"/>): a group of the pair's <c>pictures</c> and of a group
/// for each layer with its <c>activities</c>, its <c>judgement</c> and the <c>weights</c> of the unit that the pair wanted to change most.
/// A query's item is the pair.
/// </summary>
public sealed class StepTraceReading : Reading
{
    /// <summary>Name of the reading.</summary>
    public const string Name = "step-trace";

    private readonly Trainer _trainer;
    private readonly IReadOnlyList<string> _classes;

    /// <param name="trainer">Whose last mini-batch it shows.</param>
    /// <param name="classes">Names of the labels.</param>
    public StepTraceReading(Trainer trainer, IReadOnlyList<string> classes)
    {
        (_trainer, _classes) = (trainer, classes);
        Info = new ReadingInfo(Name, "Step trace", "One pair of the last mini-batch on its way up: activities, goodness, and the weights before and after the update.", FrameKind.Group)
        {
            Items = trainer.Course.BatchSize,
            NeedsBatch = true,
        };
    }

    /// <inheritdoc/>
    public override ReadingInfo Info { get; }

    /// <inheritdoc/>
    protected override Frame? Answer(in ReadingQuery query)
    {
        if (_trainer.LayerReadings.Trace(query.Item ?? 0) is not { } trace)
        {
            return null;
        }

        var layers = _trainer.LayerReadings.Layers;
        return new GroupFrame(trace.Step,
        [
            new NamedFrame("pictures", ExampleReading.Pictures(trace.Step, [trace.Example], _classes)),
            .. trace.Layers.Select((layer, i) => new NamedFrame(layers[i].Name, OfLayer(trace.Step, layers[i], layer))),
        ]);
    }

    private static GroupFrame OfLayer(long step, LayerDescription about, LayerTrace trace) => new(step,
    [
        new NamedFrame("activities", new SeriesFrame(step, "unit", Positions(trace.Positive.Activities.Length),
        [
            new SeriesLine("positive", trace.Positive.Activities, DataRole.Positive),
            new SeriesLine("negative", trace.Negative.Activities, DataRole.Negative),
        ])),
        new NamedFrame("judgement", new GridFrame(
            step,
            ["positive", "negative"],
            [
                new GridColumn("root mean square of activities"),
                new GridColumn("goodness", "", trace.Threshold > 0 ? trace.Threshold : null),
                new GridColumn("probability of positive", "share"),
                new GridColumn("goodness after the update", "", trace.Threshold > 0 ? trace.Threshold : null),
            ],
            [.. Row(trace.Positive), .. Row(trace.Negative)])),
        new NamedFrame("weights", Weights(step, about, trace)),
    ]);

    // A unit of the lowest layer that sees the whole picture has one; others have as many weights as they have inputs.
    private static Frame Weights(long step, LayerDescription about, LayerTrace trace)
    {
        float[] change = [.. trace.After.Zip(trace.Before, (after, before) => after - before)];
        var shape = new ImageShape(about.FieldWidth, about.FieldHeight, about.FieldChannels);
        return about.FieldWidth > 0 && about.Grid is null && trace.After.Length == shape.Values
            ? new ImageFrame(step, shape, ImageRange.Signed, [.. trace.Before, .. trace.After, .. change])
            {
                LabelValues = about.LabelPixels < shape.Values ? about.LabelPixels : 0,
                Captions = ["before", "after", "change"],
                First = trace.Unit,
            }
            : new SeriesFrame(step, "input", Positions(trace.After.Length),
            [
                new SeriesLine("before", trace.Before, DataRole.Background),
                new SeriesLine("after", trace.After, DataRole.Chosen),
                new SeriesLine("change", change),
            ]);
    }

    private static float[] Row(RowTrace row) => [row.Rms, row.Goodness, row.Probability, row.GoodnessAfter];

    private static float[] Positions(int count) => [.. Enumerable.Range(0, count).Select(position => (float)position)];
}
