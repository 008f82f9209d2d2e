using Bunit;
using ForwardForward.Web.Components.Controls;

namespace ForwardForward.Web.Tests.Components;

public sealed class GhostTests : ComponentTest<Ghost>
{
    [Theory]
    [InlineData("curves")]
    [InlineData("errors")]
    [InlineData("fields")]
    [InlineData("examples")]
    public void EveryKindIsADrawingThatNobodyReadsOut(string kind)
    {
        var ghost = Render<Ghost>(parameters => parameters.Add(one => one.Kind, kind)).Find("svg");

        Assert.Equal("true", ghost.GetAttribute("aria-hidden"));
        Assert.NotEmpty(ghost.QuerySelectorAll("path"));
    }
}
