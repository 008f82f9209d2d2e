using System.Text.RegularExpressions;

namespace ForwardForward.Web.Endpoints.Problems;

/// <summary>Says in plain words what the framework says of a parameter that it could not read.</summary>
public static partial class BindingError
{
    /// <summary>"Failed to bind parameter "long from" from "abc"." as a sentence that says what would be right; null when it is another message.</summary>
    public static string? TryDescribe(string message)
    {
        var match = BindFailure().Match(message);
        return match.Success
            ? $"Parameter '{match.Groups["name"].Value}' must be {Kind(match.Groups["type"].Value)}; got '{match.Groups["value"].Value}'."
            : null;
    }

    private static string Kind(string type) => type.Replace("Nullable<", "", StringComparison.Ordinal).TrimEnd('>', '?') switch
    {
        "int" or "Int32" => $"a whole number up to {int.MaxValue}",
        "long" or "Int64" => $"a whole number up to {long.MaxValue}",
        "bool" or "Boolean" => "true or false",
        "double" or "Double" or "float" or "Single" => "a number",
        var other => $"of type {other}",
    };

    [GeneratedRegex("^Failed to bind parameter \"(?<type>\\S+) (?<name>\\w+)\" from \"(?<value>.*)\"\\.$", RegexOptions.Singleline)]
    private static partial Regex BindFailure();
}
