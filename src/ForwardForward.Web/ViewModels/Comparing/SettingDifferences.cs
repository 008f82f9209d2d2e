using ForwardForward.Runs;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.ViewModels.Comparing;

/// <summary>One thing in which two runs differ.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="First">Value of the first run.</param>
/// <param name="Second">Value of the second run.</param>
public sealed record SettingDifference(string Name, string First, string Second);

/// <summary>In what two runs differ: recipe, scale, seed, data and settings.</summary>
public static class SettingDifferences
{
    /// <summary>The differences, in the order in which people read settings; a dash where a run has no such setting.</summary>
    public static IReadOnlyList<SettingDifference> Between(RunSnapshot first, RunSnapshot second, RecipeShelf shelf)
    {
        var (a, b) = (Facts(first, shelf), Facts(second, shelf));
        return
        [
            .. a.Keys.Concat(b.Keys).Distinct()
                .Select(name => new SettingDifference(name, a.GetValueOrDefault(name, Figures.None), b.GetValueOrDefault(name, Figures.None)))
                .Where(difference => difference.First != difference.Second),
        ];
    }

    private static Dictionary<string, string> Facts(RunSnapshot run, RecipeShelf shelf)
    {
        var facts = new Dictionary<string, string>
        {
            ["Recipe"] = run.Recipe.Title,
            ["Scale"] = run.Recipe.Scale.ToString().ToLowerInvariant(),
            ["Seed"] = run.Recipe.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Data"] = run.DataName ?? Figures.None,
        };
        foreach (var setting in shelf.SettingsOf(run.Recipe))
        {
            facts[setting.Title] = SettingField.Write(setting, run.Recipe);
        }

        return facts;
    }
}
