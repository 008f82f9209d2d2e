namespace ForwardForward.Frames.Codec;

/// <summary>Choices by name, as they stand in files and messages: the member's own name, its first letter small.</summary>
internal static class ChoiceNames
{
    public static string Of<T>(T choice)
        where T : struct, Enum
    {
        var name = choice.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <exception cref="FrameFormatException">There is no such choice.</exception>
    public static T Read<T>(string name, string text)
        where T : struct, Enum
    {
        foreach (var choice in Enum.GetValues<T>())
        {
            if (Of(choice) == text)
            {
                return choice;
            }
        }

        throw new FrameFormatException($"{name} is \"{(text.Length > 40 ? text[..40] + "..." : text)}\"; it must be one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}.");
    }
}
