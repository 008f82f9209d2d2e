namespace ForwardForward.Frames.Codec;

internal static class GridFields
{
    public static void Write(FieldMap map, GridFrame frame) => map
        .Add("rows", frame.Rows.ToArray())
        .Add("columns", frame.Columns.Select(column => new FieldMap().Add("name", column.Name).AddUnless("unit", column.Unit, "").Add("threshold", column.Threshold)).ToArray())
        .Add("values", frame.Values)
        .AddChoice("display", frame.Display)
        .Add("mark", frame.Mark is { } mark ? new FieldMap().Add("row", (long?)mark.Row).Add("column", (long?)mark.Column).Add("meaning", mark.Meaning) : null);

    public static GridFrame Read(FieldMap map, long step) => new(
        step,
        map.Texts("rows"),
        [.. map.Maps("columns").Select(column => new GridColumn(column.Text("name"), column.Text("unit", ""), column.NumberOrNull("threshold")))],
        map.Floats("values"))
    {
        Display = map.Choice<GridDisplay>("display", GridDisplay.Table),
        Mark = map.MapOrNull("mark") is { } mark ? new GridMark(mark.IntegerOrNull("row"), mark.IntegerOrNull("column"), mark.Text("meaning")) : null,
    };
}
