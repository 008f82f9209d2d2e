namespace ForwardForward.Learning.Trainers;

/// <summary>
/// Makes a property of a settings record something that a person may change. Form, command line, REST, stored runs, checks and
/// <c>docs/settings.md</c> derive from it; the setting's name is the property's in camel case. A property is a whole number, a number, a list of
/// whole numbers (one for every layer, bottom first) or a strategy, which is written by its name in its catalog.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute : Attribute
{
    /// <summary>A setting that takes the name of a strategy.</summary>
    /// <param name="title">Name for people.</param>
    /// <param name="explanation">One sentence on what it does.</param>
    public SettingAttribute(string title, string explanation) => (Title, Explanation) = (title, explanation);

    /// <summary>A setting that takes numbers between two bounds, bounds included.</summary>
    /// <param name="title">Name for people.</param>
    /// <param name="explanation">One sentence on what it does.</param>
    /// <param name="minimum">Least value, of a list that of one layer.</param>
    /// <param name="maximum">Largest value, likewise.</param>
    public SettingAttribute(string title, string explanation, double minimum, double maximum)
        : this(title, explanation) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>Name for people.</summary>
    public string Title { get; }

    /// <summary>One sentence on what it does.</summary>
    public string Explanation { get; }

    /// <summary>Least value.</summary>
    public double Minimum { get; }

    /// <summary>Largest value.</summary>
    public double Maximum { get; }

    /// <summary>Unit for people; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether it belongs on the short list that the page shows first.</summary>
    public bool IsMain { get; init; }

    /// <summary>Whether people think of it in powers of ten.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Of a list: the most layers.</summary>
    public int MaximumLayers { get; init; } = 16;

    /// <summary>What it stands together with in lists.</summary>
    public SettingGroup Group { get; init; } = SettingGroup.Learning;
}
