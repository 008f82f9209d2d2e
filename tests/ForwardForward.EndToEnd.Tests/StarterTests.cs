using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>The first two minutes: a digit is read before anything is trained, and one button starts a run.</summary>
public sealed class StarterTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task DrawThenStartAQuickRunWithOneButton()
    {
        chromium.Require();
        var lab = new LabScreen(await chromium.OpenAsync());

        await lab.Page.GetByText("read by the shipped network").WaitForAsync();
        await lab.DrawThreeAsync();
        await lab.VerdictAsync(3);
        await lab.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await lab.DrawSevenAsync();
        await lab.VerdictAsync(7);

        await lab.Page.GetByRole(AriaRole.Button, new() { Name = "Start a quick run" }).ClickAsync();
        await lab.StateAsync("running");
        await lab.PressAsync("Stop");
        await lab.StateAsync("stopped");
    }
}
