using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>axe finds nothing on the pages, in both themes, wide and narrow.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("", ColorScheme.Light, 1440)]
    [InlineData("", ColorScheme.Dark, 390)]
    [InlineData("runs", ColorScheme.Light, 390)]
    [InlineData("runs", ColorScheme.Dark, 1440)]
    public async Task AxeFindsNothing(string path, ColorScheme scheme, int width)
    {
        chromium.Require();
        var page = await chromium.OpenAsync(path, scheme, width);
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join("\n", result.Violations.Select(Describe)));
    }

    private static string Describe(AxeResultItem item) => $"{item.Id}: {item.Help} ({string.Join("; ", item.Nodes.Select(node => node.Html))})";
}
