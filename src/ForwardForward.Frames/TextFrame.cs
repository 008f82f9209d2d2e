namespace ForwardForward.Frames;

/// <summary>Characters with a value for each: continuations, and how much each character surprised the network.</summary>
public sealed record TextFrame : Frame
{
    /// <summary>Makes a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="text">The characters.</param>
    /// <param name="values">A value for each Unicode character (not for each half of a surrogate pair); no finite number for a character without one.</param>
    /// <exception cref="ArgumentException">There is not a value for each character, or the text is not Unicode.</exception>
    public TextFrame(long step, string text, float[] values)
        : base(step)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                throw new ArgumentException($"The text has half of a character at {i}: a surrogate without the other one.");
            }
        }

        var characters = text.EnumerateRunes().Count();
        if (characters != values.Length)
        {
            throw new ArgumentException($"There are {values.Length} values for {characters} characters; give one for each.");
        }

        (Text, Values) = (text, values);
    }

    /// <inheritdoc/>
    public override FrameKind Kind => FrameKind.Text;

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>A value for each Unicode character.</summary>
    public float[] Values { get; }

    /// <summary>What the values are, such as "surprise"; "" where they mean nothing.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Their unit, such as "bits".</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether the values lie around 0, or from 0 up.</summary>
    public ImageRange Range { get; init; }

    /// <summary>The value that has full colour; null for the largest magnitude of the text.</summary>
    /// <exception cref="ArgumentException">It is not positive and finite.</exception>
    public float? Full
    {
        get;
        init => field = value is null || (float.IsFinite(value.Value) && value > 0)
            ? value
            : throw new ArgumentException(FormattableString.Invariant($"The value of full colour is {value}; it must be positive and finite."));
    }

    /// <summary>Leading characters that the network was given; it wrote the others.</summary>
    /// <exception cref="ArgumentException">There are not that many.</exception>
    public int Given
    {
        get;
        init => field = value >= 0 && value <= Values.Length
            ? value
            : throw new ArgumentException($"{value} characters are said to be given of {Values.Length}.");
    }
}
