namespace ForwardForward.Runs;

/// <summary>Names of scores: split, slash, measure, such as <c>test/goodness-error</c>. A history has its scores under the same names.</summary>
public static class ScoreNames
{
    /// <summary>The split that settings are judged on.</summary>
    public const string Validation = "validation";

    /// <summary>A sample of what is learnt from.</summary>
    public const string Training = "training";

    /// <summary>The split that only finished runs are measured on.</summary>
    public const string Test = "test";

    /// <summary>The name of a measure's score on a split.</summary>
    public static string Of(string split, string measure) => $"{split}/{measure}";

    /// <summary>The split of a name: what stands before its slash; empty where there is none.</summary>
    public static string Split(string name) => name.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? name[..slash] : "";

    /// <summary>The measure of a name: what stands behind its slash.</summary>
    public static string Measure(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
