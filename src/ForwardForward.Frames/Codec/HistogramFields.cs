namespace ForwardForward.Frames.Codec;

internal static class HistogramFields
{
    public static void Write(FieldMap map, HistogramFrame frame) => map
        .Add("axis", frame.Axis)
        .Add("distributions", frame.Distributions.Select(one => new FieldMap().Add("name", one.Name).AddChoice("role", one.Role).Add("values", one.Values)).ToArray())
        .Add("threshold", frame.Threshold);

    public static HistogramFrame Read(FieldMap map, long step) => new(
        step,
        map.Text("axis"),
        [.. map.Maps("distributions").Select(one => new Distribution(one.Text("name"), one.Floats("values"), one.Choice<DataRole>("role", DataRole.Plain)))])
    {
        Threshold = map.NumberOrNull("threshold"),
    };
}
