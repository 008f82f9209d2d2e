using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>A teacher opens a link with a recipe and hidden controls on a projector, and needs nothing but the keyboard.</summary>
public sealed class TeacherTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Link = "?recipe=ff-supervised-small&scale=quick&seed=3&controls=off&size=projector";

    [Fact]
    public async Task OpensALinkStartsStepsAndTellsABatchWithoutAMouse()
    {
        chromium.Require();
        var lab = new LabScreen(await chromium.OpenAsync(Link, width: 1920, height: 1080));
        var page = lab.Page;
        await using var session = page.Context;

        // What the link asks for: this recipe, large, without settings.
        Assert.Equal("quick scale · seed 3", await page.Locator(".bar .quiet").InnerTextAsync());
        Assert.True(await RootSizeAsync(page) >= 20, "Type for a projector must be larger than for a desk.");
        Assert.False(await page.Locator(".side").IsVisibleAsync());

        // Space starts and pauses, S does one batch; the page stands a moment before it hears keys.
        await page.Locator(":root[data-keys=heard]").WaitForAsync();
        await page.Keyboard.PressAsync("Space");
        await page.AddressAsync("/runs/[^/]*\\?controls=off&size=projector$");
        await lab.StateAsync("running");
        await lab.StepReachesAsync(20);
        await page.Keyboard.PressAsync("Space");
        await lab.StateAsync("paused");
        var held = await lab.StepAsync();
        await page.Keyboard.PressAsync("s");
        await lab.StepReachesAsync(held + 1);

        // Slow motion of that batch, by Tab, Enter and arrows.
        await TabToAsync(page, ".views a", "Slow motion");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".slow .words h3").WaitForAsync();
        Assert.StartsWith($"batch {held + 1:#,0}, pair 1", await page.Locator(".slow .caption").InnerTextAsync(), StringComparison.Ordinal);
        await TabToAsync(page, "input[name=slow-step]", null);
        foreach (var heading in new[] { "Positive pass: into layer 1", "Goodness of layer 1", "Normalise layer 1", "Positive pass: into layer 2" })
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Locator(".slow .words h3", new() { HasTextString = heading }).WaitForAsync();
        }

        await TabToAsync(page, ".slow button", "Next");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".slow .words h3", new() { HasTextString = "Goodness of layer 2" }).WaitForAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));

        // Help, theme, and starting over, which asks.
        await page.Keyboard.PressAsync("?");
        await page.Locator(".keys").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".keys").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.PressAsync("t");
        await page.Locator(":root[data-theme=dark]").WaitForAsync();
        await page.Keyboard.PressAsync("r");
        await page.GetByText("Start this run over?").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByText("Start this run over?").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await lab.StateAsync("paused");

        await TabToAsync(page, ".views a", "Show all controls");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".strip").GetByRole(AriaRole.Button, new() { Name = "Fork" }).WaitForAsync();
        Assert.True(await RootSizeAsync(page) < 20, "With all controls it is a desk again.");
        await lab.PressAsync("Stop");
        await lab.StateAsync("stopped");
    }

    private static Task<double> RootSizeAsync(IPage page) => page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.documentElement).fontSize)");

    private static async Task TabToAsync(IPage page, string selector, string? text)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(
                "([selector, text]) => document.activeElement.matches(selector) && (text === null || document.activeElement.textContent.trim() === text)", new[] { selector, text }))
            {
                return;
            }
        }

        Assert.Fail($"Tab does not get to {text ?? selector}.");
    }
}
