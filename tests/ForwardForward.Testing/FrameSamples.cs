using ForwardForward.Frames;

namespace ForwardForward.Testing;

/// <summary>A small frame of every kind, with everything that such a frame can have.</summary>
public static class FrameSamples
{
    /// <summary>Weights around 0 like receptive fields: waves of many directions.</summary>
    public static ImageFrame Fields(int count = 30, int side = 14) => new(1200, new(side, side), ImageRange.Signed, Fill(count, side * side, (tile, i) =>
        MathF.Sin((((i % side) * MathF.Cos(tile)) + ((i / side) * MathF.Sin(tile))) * 0.9f) * (0.2f + (tile % 5 * 0.1f))))
    {
        First = 60,
    };

    /// <summary>Colour pictures, one caption each, in two groups.</summary>
    public static ImageFrame Colours(int side = 16) => new(1200, new(side, side, 3), ImageRange.Share, Fill(6, side * side * 3, (tile, i) => Scene(tile, i / 3 % side, i / 3 / side, i % 3, side)))
    {
        Captions = ["a ship", "a frog", "a horse", "half of each", "half of each", "half of each"],
        Groups = [new("Positive", 3, DataRole.Positive), new("Negative", 3, DataRole.Negative)],
    };

    /// <summary>Signed weights of three channels.</summary>
    public static ImageFrame ColourFields(int side = 9) => new(1200, new(side, side, 3), ImageRange.Signed, Fill(12, side * side * 3, (tile, i) =>
        MathF.Sin(((i / 3 % side) + (tile * 0.7f)) * 0.8f) * MathF.Cos(((i / 3 / side) - (i % 3)) * 0.7f)));

    /// <summary>Class scores with a prediction and a threshold.</summary>
    public static GridFrame Scores() => new(
        1200,
        ["aeroplane", "car", "bird", "cat", "deer"],
        [new("goodness per unit", "", 1.5), new("softmax", "share")],
        [0.8f, 0.02f, 1.1f, 0.08f, 2.4f, 0.83f, 1.9f, 0.07f, float.NaN, 0])
    {
        Display = GridDisplay.Bars,
        Mark = new(2, null, "prediction"),
    };

    /// <summary>Numbers for each layer.</summary>
    public static GridFrame Statistics() => new(
        1200,
        ["layer 1", "layer 2", "layer 3"],
        [new("active", "share"), new("dead units"), new("weight rms")],
        [0.312f, 4, 0.0412f, 0.287f, 17, 0.0388f, 0.198f, 0, 0.0007f]);

    /// <summary>A heat map of both signs with a cell that has no number.</summary>
    public static GridFrame HeatMap() => new(
        1200,
        ["0.001", "0.003", "0.01", "0.03"],
        [new("θ = 1"), new("θ = 2"), new("θ = 4"), new("θ = 8")],
        [-0.9f, -0.3f, 0.1f, 0.4f, -0.2f, 0.2f, 0.8f, 1.1f, 0.1f, 0.7f, 1.3f, 0.9f, float.NaN, -0.6f, -1.2f, -1.4f])
    {
        Display = GridDisplay.HeatMap,
        Mark = new(2, 2, "best"),
    };

    /// <summary>How a network settles: a right label, a rival, the others.</summary>
    public static SeriesFrame Settling() => new(1200, "iteration", [1, 2, 3, 4, 5, 6, 7, 8],
    [
        .. Enumerable.Range(0, 4).Select(line => new SeriesLine($"label {line}", Curve(1 + (line * 0.2f)), DataRole.Background)),
        new("label 7", Curve(3.2f), DataRole.Negative),
        new("label 2", Curve(4.1f), DataRole.Positive),
    ])
    {
        Unit = "goodness",
        Band = new("iterations that count", 3, 5),
    };

    /// <summary>Goodness of positive and negative rows.</summary>
    public static HistogramFrame Goodness() => new(1200, "goodness per unit",
    [
        new("positive", [.. Enumerable.Range(0, 100).Select(i => 2.6f + Bell(i))], DataRole.Positive),
        new("negative", [.. Enumerable.Range(0, 100).Select(i => 1.1f + (0.7f * Bell(i + 37)))], DataRole.Negative),
    ])
    {
        Threshold = 2,
    };

    /// <summary>A fable that goes on, with how much each character surprised.</summary>
    public static TextFrame Continuation()
    {
        const string text = "The fox, who had long watched the grapes, said at last that they were sour; and went his wry to the wolf's dxxr.";
        var count = text.Length;
        return new TextFrame(1200, text, [.. Enumerable.Range(0, count).Select(i => i < 14 ? float.NaN : text[i] == 'x' ? 7.4f : text[i] == 'r' && text[i - 1] == 'w' ? 5.2f : 0.3f + (2.2f * MathF.Abs(MathF.Sin(i * 1.7f))))])
        {
            Given = 14,
            Measure = "surprise",
            Unit = "bits",
            Full = 8,
        };
    }

    /// <summary>A pair with what each layer thought of it, and a text.</summary>
    public static GroupFrame Pair() => new(1200,
    [
        new("The pair", Fields(2, 10) with { Captions = ["positive, 7", "negative, 1"], Groups = [new("Positive", 1, DataRole.Positive), new("Negative", 1, DataRole.Negative)] }),
        new("What layers say", Statistics()),
        new("What was read", Continuation()),
    ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedFrame> All { get; } =
    [
        new("Receptive fields", Fields()), new("Examples in colour", Colours()), new("Weights in colour", ColourFields()), new("Class scores", Scores()), new("Layers", Statistics()),
        new("Learning rate by threshold", HeatMap()), new("Settling", Settling()), new("Goodness", Goodness()), new("Continuation", Continuation()), new("A pair", Pair()),
    ];

    private static float[] Fill(int count, int size, Func<int, int, float> value) => [.. Enumerable.Range(0, count).SelectMany(tile => Enumerable.Range(0, size).Select(i => value(tile, i)))];

    private static float Scene(int tile, int x, int y, int channel, int side)
    {
        var horizon = side * (0.4f + (tile % 3 * 0.1f));
        float[] sky = [0.55f, 0.75f, 0.95f];
        float[][] grounds = [[0.1f, 0.3f, 0.55f], [0.25f, 0.55f, 0.2f], [0.6f, 0.5f, 0.25f]];
        float[][] bodies = [[0.85f, 0.2f, 0.15f], [0.1f, 0.4f, 0.1f], [0.35f, 0.2f, 0.1f]];
        var kind = tile < 3 ? tile : (x + tile) % 6 < 3 ? tile % 3 : (tile + 1) % 3;
        var inside = MathF.Pow((x - (side / 2f)) / 5, 2) + MathF.Pow((y - horizon) / 3, 2) < 1;
        return inside ? bodies[kind][channel] : y < horizon ? sky[channel] - (y * 0.02f) : grounds[kind][channel];
    }

    private static float[] Curve(float end) => [.. Enumerable.Range(1, 8).Select(i => end * (1 - MathF.Exp(-i * 0.6f)))];

    private static float Bell(int i) => ((i * 0.618f % 1) + (i * 0.414f % 1) + (i * 0.732f % 1) - 1.5f) * 1.2f;
}
