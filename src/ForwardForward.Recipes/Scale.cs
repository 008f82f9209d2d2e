namespace ForwardForward.Recipes;

/// <summary>How much of an experiment is run.</summary>
public enum Scale
{
    /// <summary>Seconds, on synthetic data; for tests.</summary>
    Smoke,

    /// <summary>About a minute on two cores; for demonstrations.</summary>
    Quick,

    /// <summary>The paper's setting.</summary>
    Paper,
}
