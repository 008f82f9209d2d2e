using AngleSharp.Dom;
using Bunit;
using ForwardForward.Web.Components.Controls;

namespace ForwardForward.Web.Tests.Components;

public sealed class EmptyStateTests : ComponentTest<EmptyState>
{
    [Fact]
    public void ItSaysWhatWillStandHere()
    {
        var empty = Render<EmptyState>(parameters => parameters.Add(one => one.Text, "Start a run."));

        Assert.Equal("Start a run.", empty.Find(".what").TextContent);
        Assert.Empty(empty.FindAll(".picture"));
    }

    [Fact]
    public void APictureIsDecorationAndAnInvitationIsNot()
    {
        var empty = Render<EmptyState>(parameters => parameters.Add(one => one.Text, "No runs.").Add(one => one.Picture, "<svg></svg>").AddChildContent("<a href='/'>Start</a>"));

        Assert.Equal("true", empty.Find(".picture").GetAttribute("aria-hidden"));
        Assert.Null(empty.Find("a").Closest("[aria-hidden]"));
    }
}
