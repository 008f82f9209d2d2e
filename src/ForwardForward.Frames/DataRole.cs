namespace ForwardForward.Frames;

/// <summary>What a line, a distribution or a group of images stands for; the page gives it its colour.</summary>
public enum DataRole
{
    /// <summary>Nothing in particular: ink.</summary>
    Plain,

    /// <summary>Positive data, or what is right.</summary>
    Positive,

    /// <summary>Negative data, or what is wrong.</summary>
    Negative,

    /// <summary>What is looked at among others.</summary>
    Chosen,

    /// <summary>Stands back behind the others.</summary>
    Background,
}
