using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>What to run.</summary>
public sealed record StartRunBody
{
    /// <summary>Id of a recipe, as GET /api/recipes lists them.</summary>
    public required string Recipe { get; init; }

    /// <summary>How much of it is run: smoke (seconds, synthetic data), quick (about a minute) or paper (the paper's setting).</summary>
    public Scale Scale { get; init; } = Scale.Quick;

    /// <summary>Seed of every random choice; the recipe's own where it is left out.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Settings that differ from the recipe's, by name; GET /api/recipes lists names and ranges.</summary>
    public Dictionary<string, JsonElement>? Settings { get; init; }

    /// <summary>The old name of settings, still accepted in its place.</summary>
    public Dictionary<string, JsonElement>? Overrides { get; init; }

    /// <summary>Whether the run holds before its first step.</summary>
    public bool StartPaused { get; init; }

    /// <summary>The settings, by whichever name they came.</summary>
    /// <exception cref="RunRequestException">They came by both.</exception>
    public Dictionary<string, JsonElement>? AllSettings() => Settings is null || Overrides is null
        ? Settings ?? Overrides
        : throw new RunRequestException("overrides is the old name of settings; give settings only.");
}
