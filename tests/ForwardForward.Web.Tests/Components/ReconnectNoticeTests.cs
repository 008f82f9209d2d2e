using Bunit;
using ForwardForward.Web.Components.Layout;

namespace ForwardForward.Web.Tests.Components;

public sealed class ReconnectNoticeTests : ComponentTest<ReconnectNotice>
{
    [Theory]
    [InlineData("when-first", "Connection lost")]
    [InlineData("when-retrying", "next attempt in")]
    [InlineData("when-failed", "The server does not answer")]
    [InlineData("when-paused", "put to sleep")]
    public void EveryStateHasItsSentence(string state, string words) =>
        Assert.Contains(words, Render<ReconnectNotice>().Find("p." + state).TextContent, StringComparison.Ordinal);

    [Fact]
    public void ItHasTheNamesThatBlazorLooksFor()
    {
        var notice = Render<ReconnectNotice>();

        Assert.Equal("status", notice.Find("#components-reconnect-modal [role]").GetAttribute("role"));
        Assert.Equal("Try again", notice.Find("button#components-reconnect-button").TextContent);
        Assert.Equal("Wake it up", notice.Find("button#components-resume-button").TextContent);
        Assert.NotNull(notice.Find("#components-seconds-to-next-attempt"));
    }
}
