using CsCheck;

namespace ForwardForward.Frames.Tests.Codec;

/// <summary>Frames of every kind with everything that they can have.</summary>
internal static class AnyFrame
{
    private static readonly Gen<float> Number = Gen.Frequency((8, Gen.Float[-10, 10]), (2, Gen.Float), (1, Among(0f, -0f, float.NaN, float.PositiveInfinity, float.Epsilon, float.MinValue)));
    private static readonly Gen<string> Name = Gen.OneOf(Gen.Char.AlphaNumeric.Array[0, 12].Select(characters => new string(characters)), Among("", "Größe", "文字 🙂", "\"quoted\" \\ \n", "layer-1/goodness"));
    private static readonly Gen<long> Step = Gen.Frequency((5, Gen.Long[0, 100_000]), (1, Gen.Long[0, Frame.LargestStep]));
    private static readonly Gen<DataRole> Role = Gen.Enum<DataRole>();

    public static Gen<Frame> Image { get; } =
        from width in Gen.Int[1, 5]
        from height in Gen.Int[1, 4]
        from channels in Among(1, 3)
        from count in Gen.Int[0, 6]
        from range in Gen.Enum<ImageRange>()
        from step in Step
        let shape = new ImageShape(width, height, channels)
        from values in (range == ImageRange.Share ? Gen.Frequency((9, Gen.Float[0, 1]), (1, Number)) : Number).Array[count * shape.Values]
        from first in Gen.Int[0, 3000]
        from labels in Gen.Int[0, shape.Values - 1]
        from captions in Name.Array[Math.Max(count, 0)]
        from hasCaptions in Gen.Bool
        from role in Role
        from split in Gen.Int[0, count]
        from located in Gen.Bool
        select (Frame)new ImageFrame(step, shape, range, values)
        {
            First = first,
            LabelValues = labels,
            Captions = hasCaptions ? captions : [],
            Groups = split > 0 && split < count ? [new("positive", split, role), new("rest", count - split)] : [],
            Locations = located ? new LocationGrid(1, 1, Math.Min(width, height), 1) : null,
        };

    public static Gen<Frame> Grid { get; } =
        from step in Step
        from rows in Name.Array[0, 5]
        from columns in Gen.Select(Name, Name, Gen.Double[-9, 9], Gen.Bool, (name, unit, mark, marked) => new GridColumn(name, unit, marked ? mark : null)).Array[0, 4]
        from values in Number.Array[rows.Length * columns.Length]
        from display in Gen.Enum<GridDisplay>()
        from marked in Gen.Bool
        from meaning in Name
        select (Frame)new GridFrame(step, rows, columns, values)
        {
            Display = display,
            Mark = marked && rows.Length > 0 ? new GridMark(rows.Length - 1, null, meaning) : marked && columns.Length > 0 ? new GridMark(null, 0, meaning) : null,
        };

    public static Gen<Frame> Series { get; } =
        from step in Step
        from count in Gen.Int[0, 20]
        from lines in Gen.Select(Name, Number.Array[count], Role, (name, values, role) => new SeriesLine(name, values, role)).Array[0, 4]
        from axis in Name
        from unit in Name
        from banded in Gen.Bool
        select (Frame)new SeriesFrame(step, axis, [.. Enumerable.Range(1, count).Select(i => (float)i)], lines)
        {
            Unit = unit,
            Band = banded ? new SeriesBand("counted", 2.5, 7) : null,
        };

    public static Gen<Frame> Histogram { get; } =
        from step in Step
        from axis in Name
        from distributions in Gen.Select(Name, Number.Array[0, 40], Role, (name, values, role) => new Distribution(name, values, role)).Array[0, 3]
        from threshold in Gen.Double[-5, 5]
        from marked in Gen.Bool
        select (Frame)new HistogramFrame(step, axis, distributions) { Threshold = marked ? threshold : null };

    public static Gen<Frame> Text { get; } =
        from step in Step
        from text in Name
        let length = text.EnumerateRunes().Count()
        from values in Number.Array[length]
        from given in Gen.Int[0, length]
        from full in Gen.Float[0.1f, 9]
        from hasFull in Gen.Bool
        from range in Gen.Enum<ImageRange>()
        from measure in Name
        select (Frame)new TextFrame(step, text, values) { Given = given, Full = hasFull ? full : null, Range = range, Measure = measure, Unit = "bits" };

    public static Gen<Frame> Simple { get; } = Gen.OneOf(Image, Grid, Series, Histogram, Text);

    public static Gen<Frame> Any { get; } = Gen.Frequency((3, Simple), (1, Group(Gen.Frequency((3, Simple), (1, Group(Simple))))));

    private static Gen<T> Among<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static Gen<Frame> Group(Gen<Frame> inner) =>
        from step in Step
        from frames in inner.Array[0, 4]
        select (Frame)new GroupFrame(step, [.. frames.Select((frame, i) => new NamedFrame($"part {i}", frame))]);
}
