namespace ForwardForward.Runs;

/// <summary>What a person says about a run; null leaves a part as it is.</summary>
/// <param name="Note">A few lines; empty takes the old ones away.</param>
/// <param name="Tags">Words to find it by, in place of the old ones.</param>
public sealed record RunAnnotation(string? Note = null, IReadOnlyList<string>? Tags = null)
{
    /// <summary>Characters that a note may have.</summary>
    public const int LongestNote = 2000;

    /// <summary>Tags that a run may have.</summary>
    public const int MostTags = 10;

    /// <summary>Characters that a tag may have.</summary>
    public const int LongestTag = 30;

    /// <summary>The same, trimmed and without repetitions.</summary>
    /// <exception cref="RunRequestException">It is too long, or a tag has other characters than a tag may have.</exception>
    public RunAnnotation Checked() => new(Note is null ? null : CheckNote(Note), Tags is null ? null : CheckTags(Tags));

    private static string CheckNote(string note)
    {
        var text = note.ReplaceLineEndings("\n").Trim();
        if (text.Length > LongestNote)
        {
            throw new RunRequestException($"A note has at most {LongestNote} characters; this one has {text.Length}.");
        }

        var control = text.ToList().FindIndex(one => char.IsControl(one) && one is not ('\n' or '\t'));
        return control < 0 ? text : throw new RunRequestException($"A note is plain text; this one has the control character U+{(int)text[control]:X4}.");
    }

    private static string[] CheckTags(IReadOnlyList<string> tags)
    {
        var words = tags.Select(tag => (tag ?? "").Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (words.Length > MostTags)
        {
            throw new RunRequestException($"A run has at most {MostTags} tags; got {words.Length}.");
        }

        foreach (var word in words)
        {
            if (word.Length > LongestTag)
            {
                throw new RunRequestException($"A tag has at most {LongestTag} characters; '{word[..LongestTag]}…' has {word.Length}.");
            }

            // No commas, quotes or leading signs: tags are separated by commas, and a table program takes a leading sign for a formula.
            if (!char.IsLetterOrDigit(word[0]) || !word.All(one => char.IsLetterOrDigit(one) || one is ' ' or '-' or '_' or '.' or ':' or '/' or '+' or '%' or '#'))
            {
                throw new RunRequestException($"A tag begins with a letter or digit and has letters, digits, spaces and - _ . : / + % #; got '{word}'.");
            }
        }

        return words;
    }
}
