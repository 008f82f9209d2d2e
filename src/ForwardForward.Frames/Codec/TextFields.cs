namespace ForwardForward.Frames.Codec;

internal static class TextFields
{
    public static void Write(FieldMap map, TextFrame frame) => map
        .Add("text", frame.Text)
        .AddUnless("measure", frame.Measure, "")
        .AddUnless("unit", frame.Unit, "")
        .AddChoice("range", frame.Range)
        .Add("full", (double?)frame.Full)
        .AddUnless("given", (long)frame.Given, 0)
        .Add("values", frame.Values);

    public static TextFrame Read(FieldMap map, long step) => new(step, map.Text("text"), map.Floats("values"))
    {
        Measure = map.Text("measure", ""),
        Unit = map.Text("unit", ""),
        Range = map.Choice<ImageRange>("range", ImageRange.Share),
        Full = (float?)map.NumberOrNull("full"),
        Given = map.Integer("given", 0),
    };
}
