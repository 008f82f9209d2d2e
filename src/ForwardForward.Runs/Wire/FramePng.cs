using System.Globalization;
using ForwardForward.Frames;
using ForwardForward.Frames.Colours;
using ForwardForward.Imaging;

namespace ForwardForward.Runs.Wire;

/// <summary>
/// Frames as PNG, in the colours that the page has in its light theme and with a legend: images as a mosaic, local fields of a channel
/// on their grid in one tile, grids as a heat map. Captions and names are not drawn, since there is no font to be sure of; JSON has them.
/// </summary>
public static class FramePng
{
    private const int UsualColumns = 10;
    private const int CellZoom = 24;
    private static readonly FramePalette Palette = FramePalette.Light;

    /// <summary>What of a frame can become a picture: an image or a grid is drawn itself, of a group the first that can be; null where there is none.</summary>
    public static Frame? PictureOf(Frame frame) => frame switch
    {
        ImageFrame or GridFrame => frame,
        GroupFrame group => group.Frames.Select(one => PictureOf(one.Frame)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>Draws a frame.</summary>
    /// <param name="frame">An image frame, a grid, or a group that has one.</param>
    /// <param name="scale">Which signed tiles share a scale.</param>
    /// <param name="columns">Tiles in a row; null for ten.</param>
    /// <param name="zoom">Pixels along each side of a pixel or cell; null for what suits.</param>
    /// <param name="legend">Whether a legend stands below.</param>
    /// <exception cref="ArgumentException">The frame is of a kind that is no picture, has nothing in it, or would be too large.</exception>
    public static byte[] Write(Frame frame, ColourScale scale = ColourScale.Whole, int? columns = null, int? zoom = null, bool legend = true) => frame switch
    {
        ImageFrame image => Write(LocationTiles.Lay(image), scale, columns ?? UsualColumns, zoom ?? 2, legend),
        GridFrame grid => Write(grid, zoom ?? CellZoom, legend),
        GroupFrame group when PictureOf(group) is { } first => Write(first, scale, columns, zoom, legend),
        null => throw new ArgumentNullException(nameof(frame)),
        _ => throw new ArgumentException($"A frame of the kind {frame.Kind.ToString().ToLowerInvariant()} is no picture; only images and grids are drawn. Ask for it as JSON."),
    };

    /// <summary>Draws images as they changed, as an animated PNG; colours mean the same in every one.</summary>
    /// <param name="frames">The frames, alike in shape and number of tiles.</param>
    /// <param name="delay">Milliseconds between two.</param>
    /// <param name="scale">Which signed tiles share a scale.</param>
    /// <param name="columns">Tiles in a row.</param>
    /// <param name="zoom">Pixels along each side of a pixel.</param>
    /// <exception cref="ArgumentException">There is none, they differ, or together they would be too large.</exception>
    public static byte[] WriteAnimation(IReadOnlyList<ImageFrame> frames, int delay, ColourScale scale = ColourScale.Whole, int columns = UsualColumns, int zoom = 2)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ImageFrame[] laid = [.. frames.Select(LocationTiles.Lay)];
        if (laid.Length == 0 || laid[0].Count == 0 || laid.Any(frame => frame.Shape != laid[0].Shape || frame.Range != laid[0].Range))
        {
            throw new ArgumentException(laid.Length == 0 || laid[0].Count == 0 ? "There is no picture to draw." : "Pictures of one animation must be alike in shape and range.");
        }

        var full = FullColour.Over(laid, scale);
        return ColourTiles.Apng([.. laid.Select(frame => Colours(frame, full))], laid[0].Shape.Width, laid[0].Shape.Height, columns, zoom, delay, Legend(laid[0], full));
    }

    private static byte[] Write(ImageFrame frame, ColourScale scale, int columns, int zoom, bool legend)
    {
        if (frame.Count == 0)
        {
            throw new ArgumentException("There is no picture to draw.");
        }

        var full = FullColour.Of(frame, scale);
        return ColourTiles.Png(Colours(frame, full), frame.Shape.Width, frame.Shape.Height, columns, zoom, legend ? Legend(frame, full) : null);
    }

    private static byte[] Write(GridFrame frame, int zoom, bool legend)
    {
        if (frame.Values.Length == 0)
        {
            throw new ArgumentException("The grid has no cell to draw.");
        }

        var scale = TintScale.Of(frame);
        var bar = new ColourBar(
            scale.IsSigned ? Ramp(Palette.Signed()) : Palette.Sequential(), Number(scale.Low), scale.IsSigned ? "0" : "", Number(scale.High), Palette.Paper, Palette.Ink);
        return ColourTiles.Png(Array.ConvertAll(frame.Values, value => scale.Colour(value, Palette)), frame.Columns.Count, frame.Rows.Count, 1, zoom, legend ? bar : null);
    }

    private static int[] Colours(ImageFrame frame, float[] full)
    {
        var levels = Levels.Of(frame, full);
        if (frame.Shape.Channels == 1)
        {
            var palette = Palette.Of(frame.Range);
            return Array.ConvertAll(levels, level => palette[level]);
        }

        var colours = new int[levels.Length / 3];
        for (var i = 0; i < colours.Length; i++)
        {
            colours[i] = Palette.OfChannels(levels.AsSpan(3 * i, 3), frame.Range);
        }

        return colours;
    }

    // Where each tile has its own scale, the ends are signs.
    private static ColourBar Legend(ImageFrame frame, float[] full)
    {
        var isShared = full.All(one => one == full[0]);
        var colours = (frame.Range, frame.Shape.Channels) switch
        {
            (ImageRange.Signed, 1) => Ramp(Palette.Signed()),
            (ImageRange.Share, 1) => Palette.Shares(),
            _ => [.. Enumerable.Range(0, 256).Select(level => level * 0x010101)],
        };
        return frame.Range == ImageRange.Share
            ? new ColourBar(colours, "0", "", "1", Palette.Paper, Palette.Ink)
            : new ColourBar(colours, isShared ? Number(-full[0]) : "-", "0", isShared ? Number(full[0]) : "+", Palette.Paper, Palette.Ink);
    }

    // From the most negative level to the most positive.
    private static int[] Ramp(int[] signed) => [.. Enumerable.Range(-127, 255).Select(level => signed[level & 255])];

    private static string Number(float value) =>
        value == 0 ? "0" : value.ToString(Math.Abs(value) is >= 0.01f and < 100_000 ? "0.##" : "0.#e0", CultureInfo.InvariantCulture);
}
