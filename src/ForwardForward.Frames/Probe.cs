using System.Text;

namespace ForwardForward.Frames;

/// <summary>What a model can be asked with, and what its bytes are.</summary>
public sealed record Probe
{
    private Probe(ProbeKind kind, ImageShape shape, string alphabet, int length) =>
        (Kind, Shape, Alphabet, Length) = (kind, shape, alphabet, length);

    /// <summary>The model cannot be asked.</summary>
    public static Probe None { get; } = new(ProbeKind.None, default, "", 0);

    /// <summary>What it is asked with.</summary>
    public ProbeKind Kind { get; }

    /// <summary>Shape of a drawing or picture.</summary>
    public ImageShape Shape { get; }

    /// <summary>Every character that a text may have.</summary>
    public string Alphabet { get; }

    /// <summary>Bytes of a drawing or picture, characters of a text at most, or numbers.</summary>
    public int Length { get; }

    /// <summary>A drawing: a byte a value, 0 (background) to 255 (ink), <c>[height, width, channels]</c>.</summary>
    public static Probe Drawing(ImageShape shape) => new(ProbeKind.Drawing, shape, "", shape.Values);

    /// <summary>A picture: a byte a value, 0 to 255, <c>[height, width, channels]</c>.</summary>
    public static Probe Picture(ImageShape shape) => new(ProbeKind.Picture, shape, "", shape.Values);

    /// <summary>A text in UTF-8, of at most so many characters of an alphabet.</summary>
    public static Probe Text(string alphabet, int longest) => new(ProbeKind.Text, default, alphabet, longest);

    /// <summary>Numbers: float32, little-endian, one after the other.</summary>
    public static Probe Latent(int numbers) => new(ProbeKind.Latent, default, "", numbers);

    /// <summary>The sentence that says why bytes cannot be asked; null when they can.</summary>
    public string? ProblemWith(ReadOnlySpan<byte> bytes) => Kind switch
    {
        ProbeKind.None => "This network cannot be asked anything.",
        ProbeKind.Text => TextProblem(bytes),
        ProbeKind.Latent => bytes.Length == 4L * Length ? null : $"There are {bytes.Length} bytes; {Length} float32 numbers have {4L * Length}.",
        _ => bytes.Length == Length ? null : $"There are {bytes.Length} bytes; a picture of {Shape} has {Length}.",
    };

    private string? TextProblem(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return "The text is not UTF-8.";
        }

        if (text.Length > Length)
        {
            return $"The text has {text.Length} characters; at most {Length} are taken.";
        }

        var stranger = text.AsSpan().IndexOfAnyExcept(Alphabet.AsSpan());
        return stranger < 0 ? null : $"Character {stranger + 1} of the text is '{text[stranger]}', which this network does not know; it knows \"{Alphabet}\".";
    }
}
