namespace ForwardForward.Runs.Checkpoints;

/// <summary>One tensor of a safetensors file, as its header describes it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Element type: <c>F32</c>, <c>F16</c>, <c>U64</c> or <c>I64</c>.</param>
/// <param name="Shape">Sizes, one or two.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">First byte after it.</param>
internal sealed record SafetensorsEntry(string Name, string Type, int[] Shape, long Begin, long End)
{
    public const string Float = "F32";
    public const string Half = "F16";
    public const string Unsigned = "U64";
    public const string Signed = "I64";

    /// <summary>Number of elements.</summary>
    public int Count => (int)((End - Begin) / BytesOf(Type)!.Value);

    /// <summary>Bytes of one element; null for types that checkpoints do not have.</summary>
    public static int? BytesOf(string? type) => type switch
    {
        Float => sizeof(float),
        Half => sizeof(float) / 2,
        Unsigned or Signed => sizeof(ulong),
        _ => null,
    };
}
