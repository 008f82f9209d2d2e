using ForwardForward.Learning.Readings;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Pictures;

/// <summary>
/// Local receptive fields laid out on their grid: one tile for every channel, and in it the fields of all places where those lie, each cut
/// out of the picture, a line apart. Places overlap in the picture; here none hides another.
/// </summary>
/// <param name="Grid">How the places lie.</param>
public sealed record GridLayout(FieldGrid Grid)
{
    private const int Gap = 1;

    /// <summary>Width of a tile.</summary>
    public int Width => (Grid.Columns * (Grid.Size + Gap)) - Gap;

    /// <summary>Height of a tile.</summary>
    public int Height => (Grid.Rows * (Grid.Size + Gap)) - Gap;

    /// <summary>Tiles of whole channels; the first unit is taken to be at the first place, and fields of a channel that is not whole are left out.</summary>
    public ReceptiveFields Lay(ReceptiveFields fields)
    {
        var size = fields.FieldWidth * fields.FieldHeight;
        var channels = size == 0 ? 0 : fields.Fields.Length / size / Grid.Locations;
        var tiles = new float[channels * Width * Height];
        for (var unit = 0; unit < channels * Grid.Locations; unit++)
        {
            var (column, row) = (unit % Grid.Locations % Grid.Columns, unit % Grid.Locations / Grid.Columns);
            var tile = tiles.AsSpan(unit / Grid.Locations * Width * Height, Width * Height);
            for (var y = 0; y < Grid.Size; y++)
            {
                fields.Fields.AsSpan((unit * size) + ((((row * Grid.Stride) + y) * fields.FieldWidth) + (column * Grid.Stride)), Grid.Size)
                    .CopyTo(tile[((((row * (Grid.Size + Gap)) + y) * Width) + (column * (Grid.Size + Gap)))..]);
            }
        }

        return fields with { FieldWidth = Width, FieldHeight = Height, LabelPixels = 0, Fields = tiles };
    }

    /// <summary>The place of a weight of a tile, or of the line right of or below it.</summary>
    public int PlaceAt(int x, int y) =>
        (Math.Clamp(y / (Grid.Size + Gap), 0, Grid.Rows - 1) * Grid.Columns) + Math.Clamp(x / (Grid.Size + Gap), 0, Grid.Columns - 1);
}
