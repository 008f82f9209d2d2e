using System.Globalization;
using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>
/// Positive and negative examples of the last mini-batch, the parts that negatives were made of between them, and beside the pictures the
/// goodness of every layer: a group of <c>pictures</c> and <c>goodness</c>.
/// </summary>
public sealed class ExampleReading : Reading
{
    /// <summary>Name of the reading.</summary>
    public const string Name = "examples";

    /// <summary>Pairs of one frame, at most.</summary>
    public const int Most = 50;

    private const int Usual = 10;
    private readonly Trainer _trainer;
    private readonly IReadOnlyList<string> _classes;

    /// <param name="trainer">Whose last mini-batch it shows.</param>
    /// <param name="classes">Names of the labels.</param>
    public ExampleReading(Trainer trainer, IReadOnlyList<string> classes)
    {
        (_trainer, _classes) = (trainer, classes);
        Info = new ReadingInfo(Name, "Examples", "Positive and negative examples of the last mini-batch, with the goodness that each layer gave them.", FrameKind.Group)
        {
            MostTiles = Most,
            NeedsBatch = true,
            IsKept = true,
        };
    }

    /// <inheritdoc/>
    public override ReadingInfo Info { get; }

    /// <summary>Pairs as a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="pairs">The pairs, one at least.</param>
    /// <param name="classes">Names of the labels.</param>
    /// <param name="first">Number of the first pair in its batch.</param>
    public static GroupFrame FrameOf(long step, IReadOnlyList<ExamplePair> pairs, IReadOnlyList<string> classes, int first) =>
        new(step, [new NamedFrame("pictures", Pictures(step, pairs, classes)), new NamedFrame("goodness", Goodness(step, pairs, first))]);

    /// <summary>The pictures of pairs: all positives, part after part as far as every pair has it, all negatives.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="pairs">The pairs, one at least.</param>
    /// <param name="classes">Names of the labels.</param>
    public static ImageFrame Pictures(long step, IReadOnlyList<ExamplePair> pairs, IReadOnlyList<string> classes)
    {
        var shape = pairs[0].Shape;
        string[] parts = [.. pairs[0].Parts.Keys.Where(part => pairs.All(pair => pair.Parts.TryGetValue(part, out var values) && Fits(shape, values)))];
        var none = Enumerable.Repeat("", pairs.Count * parts.Length);
        return new ImageFrame(step, shape, ImageRange.Share,
        [
            .. pairs.SelectMany(pair => pair.Positive),
            .. parts.SelectMany(part => pairs.SelectMany(pair => Whole(shape, pair.Parts[part]))),
            .. pairs.SelectMany(pair => pair.Negative),
        ])
        {
            Groups =
            [
                new ImageGroup("positive", pairs.Count, DataRole.Positive),
                .. parts.Select(part => new ImageGroup(part, pairs.Count)),
                new ImageGroup("negative", pairs.Count, DataRole.Negative),
            ],
            Captions = pairs[0].PositiveLabel is null
                ? []
                : [.. pairs.Select(pair => Label(classes, pair.PositiveLabel, null)), .. none, .. pairs.Select(pair => Label(classes, pair.NegativeLabel, pair.NegativeProbability))],
        };
    }

    /// <inheritdoc/>
    protected override Frame? Answer(in ReadingQuery query)
    {
        ExamplePair[] pairs = [.. _trainer.LayerReadings.CopyExamples(query.First + (query.Count ?? Usual)).Skip(query.First)];
        return pairs.Length == 0 ? null : FrameOf(_trainer.Course.CompletedSteps, pairs, _classes, query.First);
    }

    private static GridFrame Goodness(long step, IReadOnlyList<ExamplePair> pairs, int first)
    {
        var layers = pairs[0].PositiveGoodness.Length;
        return new GridFrame(
            step,
            [.. pairs.SelectMany((_, i) => new[] { $"pair {first + i + 1}, positive", $"pair {first + i + 1}, negative" })],
            [.. Enumerable.Range(1, layers).Select(layer => new GridColumn($"layer {layer}"))],
            [.. pairs.SelectMany(pair => pair.PositiveGoodness.Concat(pair.NegativeGoodness))]);
    }

    private static bool Fits(ImageShape shape, float[] part) => part.Length == shape.Values || part.Length * shape.Channels == shape.Values;

    // A mask has one value for every location: it is drawn alike in all channels.
    private static IEnumerable<float> Whole(ImageShape shape, float[] part) =>
        part.Length == shape.Values ? part : part.SelectMany(value => Enumerable.Repeat(value, shape.Channels));

    private static string Label(IReadOnlyList<string> classes, int? label, float? probability) => (label, probability) switch
    {
        (null, _) => "",
        ({ } known, { } chance) => string.Create(CultureInfo.InvariantCulture, $"{NameOf(classes, known)} (drawn with {100 * chance:0.#} %)"),
        ({ } known, null) => NameOf(classes, known),
    };

    // Of a data set that is not there any more the names are not known; the numbers are.
    private static string NameOf(IReadOnlyList<string> classes, int label) => label < classes.Count ? classes[label] : label.ToString(CultureInfo.InvariantCulture);
}
