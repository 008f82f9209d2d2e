using Bunit;
using ForwardForward.Web.Components.Controls;

namespace ForwardForward.Web.Tests.Components;

public sealed class GlyphTests : ComponentTest<Glyph>
{
    [Fact]
    public void AnIconIsDecoration()
    {
        var glyph = Render<Glyph>(parameters => parameters.Add(one => one.Drawing, Glyphs.Play)).Find("svg");

        Assert.Equal(("true", "false"), (glyph.GetAttribute("aria-hidden"), glyph.GetAttribute("focusable")));
        Assert.Single(glyph.Children);
    }
}
