using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Layout;

namespace ForwardForward.Web.Tests.Components;

public sealed class ThemeSwitchTests : ComponentTest<ThemeSwitch>
{
    [Fact]
    public async Task ThereAreThreeThemesAndTheBrowserChooses()
    {
        var themes = Render<ThemeSwitch>();

        Assert.Equal(["system", "light", "dark"], themes.FindAll("input[name=theme]").Select(input => input.GetAttribute("value")));
        Assert.Equal(["System theme", "Light theme", "Dark theme"], themes.FindAll("label .visually-hidden").Select(name => name.TextContent));
        await Eventually.TrueAsync(() => Browser.Calls("attach").Count == 1);
    }
}
