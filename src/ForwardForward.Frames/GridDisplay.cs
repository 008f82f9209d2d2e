namespace ForwardForward.Frames;

/// <summary>How a grid is best drawn.</summary>
public enum GridDisplay
{
    /// <summary>Numbers.</summary>
    Table,

    /// <summary>A bar beside every number; columns have scales of their own.</summary>
    Bars,

    /// <summary>Coloured cells on one scale.</summary>
    HeatMap,
}
