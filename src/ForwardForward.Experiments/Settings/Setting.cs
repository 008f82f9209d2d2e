using System.Text.Json;

namespace ForwardForward.Experiments.Settings;

/// <summary>
/// One thing about a recipe that a person may change: what it is called, what it does, which values it takes. The lists of the page, of
/// the command line and of the REST interface, and every check, come from here.
/// </summary>
public abstract record Setting
{
    /// <summary>Name in JSON and on the command line, such as <c>learningRate</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on what it does.</summary>
    public required string Explanation { get; init; }

    /// <summary>Unit for people; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether it belongs on the short list that the page shows first.</summary>
    public bool IsMain { get; init; }

    /// <summary>Which values it takes, such as "a number from 0 to 1".</summary>
    public abstract string Values { get; }

    /// <summary>The recipe's present value, as JSON would carry it.</summary>
    public abstract JsonElement Read(Recipe recipe);

    /// <summary>A recipe with another value.</summary>
    /// <exception cref="SettingException">The value has the wrong kind or is out of range; the message names field, value and range.</exception>
    public abstract Recipe Apply(Recipe recipe, JsonElement value);

    /// <summary>The error for a value that this setting does not take.</summary>
    protected SettingException Refuse(JsonElement value)
    {
        const int LongestQuote = 60;
        var text = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        return new SettingException($"{Name} must be {Values}; got {(text.Length <= LongestQuote ? text : text[..LongestQuote] + "...")}.");
    }
}

/// <summary>A setting was given a value that it does not take.</summary>
public sealed class SettingException : Exception
{
    /// <summary>Makes the error; the message names field, value and what would be right.</summary>
    public SettingException(string message)
        : base(message)
    {
    }
}
