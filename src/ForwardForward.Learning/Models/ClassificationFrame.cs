using System.Globalization;
using ForwardForward.Frames;

namespace ForwardForward.Learning.Models;

/// <summary>What a classifier makes of one image, as a frame: a group of <c>classes</c>, a row a class with the predicted one marked, and where the network settles of <c>settling</c>.</summary>
public static class ClassificationFrame
{
    /// <summary>Makes the frame.</summary>
    /// <param name="step">Mini-batches that the weights had learnt from.</param>
    /// <param name="found">What was found.</param>
    /// <param name="classes">Names of the labels; where there are none, their numbers serve.</param>
    public static GroupFrame Of(long step, Classification found, IReadOnlyList<string> classes)
    {
        var count = Math.Max(found.Goodness.Length, found.Softmax.Length);
        string[] names = [.. Enumerable.Range(0, count).Select(label => label < classes.Count ? classes[label] : label.ToString(CultureInfo.InvariantCulture))];
        var grid = new NamedFrame("classes", Grid(step, found, names));
        return new GroupFrame(step, found.Iterations.Length == 0 ? [grid] : [grid, new NamedFrame("settling", Settling(step, found, names))]);
    }

    private static GridFrame Grid(long step, Classification found, string[] names)
    {
        (GridColumn Column, float[] Values)[] columns =
        [
            .. Where(found.Goodness, new GridColumn("goodness")),
            .. Where(found.Softmax, new GridColumn("softmax", "share")),
            .. found.Layers.Select((values, layer) => (new GridColumn($"goodness of layer {layer + 1}"), values)),
        ];
        return new GridFrame(step, names, [.. columns.Select(column => column.Column)], [.. names.SelectMany((_, label) => columns.Select(column => column.Values[label]))])
        {
            Display = GridDisplay.Bars,
            Mark = found.Label < names.Length ? new GridMark(found.Label, null, "prediction") : null,
        };
    }

    private static SeriesFrame Settling(long step, Classification found, string[] names) => new(
        step, "iteration", [.. Enumerable.Range(1, found.Iterations.Length).Select(iteration => (float)iteration)],
        [.. names.Select((name, label) => new SeriesLine(name, [.. found.Iterations.Select(goodness => goodness[label])], label == found.Label ? DataRole.Chosen : DataRole.Background))])
    {
        Unit = "goodness",
    };

    private static (GridColumn Column, float[] Values)[] Where(float[] values, GridColumn column) => values.Length == 0 ? [] : [(column, values)];
}
