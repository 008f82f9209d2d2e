namespace ForwardForward.Frames.Codec;

internal static class ImageFields
{
    public static void Write(FieldMap map, ImageFrame frame)
    {
        map.Add("width", (long)frame.Shape.Width).Add("height", (long)frame.Shape.Height).Add("channels", (long)frame.Shape.Channels)
            .AddChoice("range", frame.Range)
            .AddUnless("first", (long)frame.First, 0)
            .AddUnless("labelValues", (long)frame.LabelValues, 0)
            .Add("captions", frame.Captions.Count == 0 ? null : frame.Captions.ToArray())
            .Add("groups", frame.Groups.Count == 0 ? null : frame.Groups.Select(Write).ToArray())
            .Add("locations", frame.Locations is { } grid ? Write(grid) : null);
        TileCoding.Write(map, frame);
    }

    public static ImageFrame Read(FieldMap map, long step)
    {
        var shape = new ImageShape(map.Integer("width"), map.Integer("height"), map.Integer("channels", 1));
        var range = map.Choice<ImageRange>("range");

        // Made without tiles first, so that a shape that cannot be is refused before anything is computed with it.
        _ = new ImageFrame(step, shape, range, []);
        var labels = map.Integer("labelValues", 0);
        return new ImageFrame(step, shape, range, TileCoding.Read(map, shape.Values, labels))
        {
            First = map.Integer("first", 0),
            LabelValues = labels,
            Captions = map.Texts("captions"),
            Groups = [.. map.Maps("groups").Select(group => new ImageGroup(group.Text("name"), group.Integer("count"), group.Choice<DataRole>("role", DataRole.Plain)))],
            Locations = map.MapOrNull("locations") is { } grid
                ? new LocationGrid(grid.Integer("columns"), grid.Integer("rows"), grid.Integer("size"), grid.Integer("stride"))
                : null,
        };
    }

    private static FieldMap Write(ImageGroup group) => new FieldMap().Add("name", group.Name).Add("count", (long)group.Count).AddChoice("role", group.Role);

    private static FieldMap Write(LocationGrid grid) => new FieldMap()
        .Add("columns", (long)grid.Columns).Add("rows", (long)grid.Rows).Add("size", (long)grid.Size).Add("stride", (long)grid.Stride);
}
