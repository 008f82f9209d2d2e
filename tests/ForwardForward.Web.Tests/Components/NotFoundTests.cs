using Bunit;
using ForwardForward.Web.Components.Pages;

namespace ForwardForward.Web.Tests.Components;

public sealed class NotFoundTests : ComponentTest<NotFound>
{
    [Fact]
    public void ItSaysSoAndShowsTheWayBack()
    {
        var page = Render<NotFound>();

        Assert.Equal("There is no such page", page.Find("h1").TextContent);
        Assert.Equal(["", "runs"], page.FindAll("p a").Select(link => link.GetAttribute("href")));
    }
}
