namespace ForwardForward.Frames.Codec;

internal static class SeriesFields
{
    public static void Write(FieldMap map, SeriesFrame frame) => map
        .Add("axis", frame.Axis)
        .AddUnless("unit", frame.Unit, "")
        .Add("positions", frame.Positions)
        .Add("lines", frame.Lines.Select(line => new FieldMap().Add("name", line.Name).AddChoice("role", line.Role).Add("values", line.Values)).ToArray())
        .Add("band", frame.Band is { } band ? new FieldMap().Add("name", band.Name).Add("from", band.From).Add("to", band.To) : null);

    public static SeriesFrame Read(FieldMap map, long step) => new(
        step,
        map.Text("axis"),
        map.Floats("positions"),
        [.. map.Maps("lines").Select(line => new SeriesLine(line.Text("name"), line.Floats("values"), line.Choice<DataRole>("role", DataRole.Plain)))])
    {
        Unit = map.Text("unit", ""),
        Band = map.MapOrNull("band") is { } band
            ? new SeriesBand(band.Text("name"), band.NumberOrNull("from") ?? double.NaN, band.NumberOrNull("to") ?? double.NaN)
            : null,
    };
}
