namespace ForwardForward.Frames;

/// <summary>A part of the page that a recipe asks for: frames of a reading, a chart of metrics, or a component made by hand.</summary>
/// <param name="Name">What it shows: name of a reading, of a group of metrics, or of a component.</param>
public abstract record View(string Name)
{
    /// <summary>The tab that it stands on; "" for the first.</summary>
    public string Tab { get; init; } = "";

    /// <summary>Its heading; "" for that of the reading, the group or the component.</summary>
    public string Title { get; init; } = "";
}

/// <summary>Frames of a reading, drawn by their kind.</summary>
/// <param name="Reading">Name of the reading.</param>
public sealed record FramesView(string Reading) : View(Reading);

/// <summary>A chart of all metrics of a group.</summary>
/// <param name="Group">Name of the group.</param>
public sealed record ChartView(string Group) : View(Group);

/// <summary>A component made by hand, such as slow motion, which reads frames by name.</summary>
/// <param name="Component">Name of the component.</param>
public sealed record ComponentView(string Component) : View(Component);
