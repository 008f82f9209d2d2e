namespace ForwardForward.Frames.Codec;

/// <summary>Frames as fields and back; what each kind consists of stands in a file of its own.</summary>
internal static class FrameFields
{
    public static FieldMap Write(Frame frame)
    {
        var map = new FieldMap().AddChoice("kind", frame.Kind).Add("step", frame.Step);
        switch (frame)
        {
            case ImageFrame image:
                ImageFields.Write(map, image);
                break;
            case GridFrame grid:
                GridFields.Write(map, grid);
                break;
            case SeriesFrame series:
                SeriesFields.Write(map, series);
                break;
            case HistogramFrame histogram:
                HistogramFields.Write(map, histogram);
                break;
            case TextFrame text:
                TextFields.Write(map, text);
                break;
            case GroupFrame group:
                map.Add("frames", group.Frames.Select(one => new FieldMap().Add("name", one.Name).Add("frame", Write(one.Frame))).ToArray());
                break;
            default:
                throw new ArgumentException($"There is no such kind of frame as {frame.Kind}.");
        }

        return map;
    }

    /// <exception cref="FrameFormatException">The fields make no frame.</exception>
    public static Frame Read(FieldMap map)
    {
        try
        {
            var step = map.Long("step");
            return map.Choice<FrameKind>("kind") switch
            {
                FrameKind.Image => ImageFields.Read(map, step),
                FrameKind.Grid => GridFields.Read(map, step),
                FrameKind.Series => SeriesFields.Read(map, step),
                FrameKind.Histogram => HistogramFields.Read(map, step),
                FrameKind.Text => TextFields.Read(map, step),
                _ => new GroupFrame(step, [.. map.Maps("frames").Select(one =>
                    new NamedFrame(one.Text("name"), Read(one.MapOrNull("frame") ?? throw new FrameFormatException("frame is missing; it must be an object."))))]),
            };
        }
        catch (ArgumentException exception)
        {
            throw new FrameFormatException(exception.Message, exception);
        }
        catch (OverflowException exception)
        {
            throw new FrameFormatException("The frame's shape is too large.", exception);
        }
    }
}
