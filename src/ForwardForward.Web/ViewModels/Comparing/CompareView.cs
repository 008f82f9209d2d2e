namespace ForwardForward.Web.ViewModels.Comparing;

/// <summary>What the link of a comparison says: two runs.</summary>
/// <param name="First">The first run.</param>
/// <param name="Second">The second run.</param>
public sealed record CompareView(string First, string Second)
{
    /// <summary>The link, relative to the root of the site.</summary>
    public string Link() => $"compare?a={Uri.EscapeDataString(First)}&b={Uri.EscapeDataString(Second)}";
}
