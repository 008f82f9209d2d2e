using Bunit;
using ForwardForward.Web.Components;

namespace ForwardForward.Web.Tests.Components;

public sealed class RoutesTests : ComponentTest<Routes>
{
    [Theory]
    [InlineData("", "A network that learns with two forward passes")]
    [InlineData("runs", "Runs")]
    [InlineData("glossary", "Glossary")]
    [InlineData("nowhere/at/all", "There is no such page")]
    public void EveryAddressHasItsPage(string path, string heading)
    {
        Navigation.NavigateTo(path);
        Assert.Equal(heading, Render<Routes>().Find("main h1").TextContent);
    }
}
