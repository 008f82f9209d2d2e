namespace ForwardForward.Frames.Colours;

/// <summary>Which values share a scale.</summary>
public enum ColourScale
{
    /// <summary>All tiles share one, so that strong and weak ones can be told apart.</summary>
    Whole,

    /// <summary>Each tile has its own, so that the form of weak ones shows too.</summary>
    EachTile,
}
