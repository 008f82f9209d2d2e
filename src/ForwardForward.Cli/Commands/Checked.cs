using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ForwardForward.Recipes;

namespace ForwardForward.Cli.Commands;

/// <summary>Options whose refusals are sentences that name the option, the value and what would be right.</summary>
internal static class Checked
{
    /// <summary>A whole number of at least <paramref name="minimum"/>; null when the option is absent.</summary>
    public static Option<int?> Count(string name, string description, int minimum, int maximum = int.MaxValue) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
            {
                return value;
            }

            var range = maximum == int.MaxValue ? $"of at least {minimum}" : $"from {minimum} to {maximum}";
            result.AddError($"{name} takes a whole number {range}; got '{text}'.");
            return null;
        },
    };

    /// <summary>A seed; null when the option is absent.</summary>
    public static Option<ulong?> Seed() => new("--seed")
    {
        Description = "Seed of every random choice; the recipe's own if absent.",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }

            result.AddError($"--seed takes a whole number from 0 to {ulong.MaxValue}; got '{text}'.");
            return null;
        },
    };

    /// <summary>A scale; <paramref name="usual"/> when the option is absent.</summary>
    public static Option<Scale> Scale(Scale usual) => new("--scale")
    {
        Description = $"How much of it: {string.Join(", ", ScaleNames())}. Default: {usual.ToString().ToLowerInvariant()}.",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var index = ScaleNames().IndexOf(text.ToLowerInvariant());
            if (index >= 0)
            {
                return Enum.GetValues<Scale>()[index];
            }

            result.AddError($"--scale takes {string.Join(", ", ScaleNames())}; got '{text}'.");
            return default;
        },
    };

    private static List<string> ScaleNames() => [.. Enum.GetNames<Scale>().Select(name => name.ToLowerInvariant())];
}
