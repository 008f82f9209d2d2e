namespace ForwardForward.Web.ViewModels;

/// <summary>How the lab is shown to a class: with or without its controls, and how large. The link says it.</summary>
/// <param name="Controls">Whether settings and rarer commands show.</param>
/// <param name="Projector">Whether everything is large enough for the back of a room.</param>
public sealed record Showing(bool Controls = true, bool Projector = false)
{
    /// <summary>As at a desk.</summary>
    public static Showing Usual { get; } = new();

    /// <summary>As before a class.</summary>
    public static Showing Class { get; } = new(Controls: false, Projector: true);

    /// <summary>Reads the parts of a link; anything else than <c>controls=off</c> and <c>size=projector</c> is as usual.</summary>
    public static Showing Parse(string? controls, string? size) =>
        new(!string.Equals(controls, "off", StringComparison.OrdinalIgnoreCase), string.Equals(size, "projector", StringComparison.OrdinalIgnoreCase));

    /// <summary>The parts of a link that differ from what is usual.</summary>
    public IEnumerable<string> Query()
    {
        if (!Controls)
        {
            yield return "controls=off";
        }

        if (Projector)
        {
            yield return "size=projector";
        }
    }
}
