using System.Globalization;
using ForwardForward.Runs;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.ViewModels.Comparing;

/// <summary>One thing in which runs differ.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Values">Its value in each run, in their order; a dash where a run has no such thing.</param>
public sealed record SettingDifference(string Name, IReadOnlyList<string> Values);

/// <summary>In what runs differ: recipe, scale, seed, data and settings.</summary>
public static class SettingDifferences
{
    /// <summary>The differences, in the order in which people read settings.</summary>
    public static IReadOnlyList<SettingDifference> Among(IReadOnlyList<RunSnapshot> runs, RecipeList shelf)
    {
        var facts = runs.Select(run => Facts(run, shelf)).ToArray();
        return
        [
            .. facts.SelectMany(one => one.Keys).Distinct()
                .Select(name => new SettingDifference(name, [.. facts.Select(one => one.GetValueOrDefault(name, Figures.None))]))
                .Where(difference => difference.Values.Distinct().Skip(1).Any()),
        ];
    }

    private static Dictionary<string, string> Facts(RunSnapshot run, RecipeList shelf)
    {
        var facts = new Dictionary<string, string>
        {
            ["Recipe"] = run.Recipe.Title,
            ["Scale"] = run.Recipe.Scale.ToString().ToLowerInvariant(),
            ["Seed"] = run.Recipe.Seed.ToString(CultureInfo.InvariantCulture),
            ["Data"] = run.DataName ?? Figures.None,
        };
        foreach (var setting in shelf.Settings(run.Recipe))
        {
            facts[setting.Title] = SettingField.Write(setting, run.Recipe.Settings);
        }

        return facts;
    }
}
