namespace ForwardForward.Web.Tests;

public sealed class ProjectTests
{
    [Fact]
    public void TestsRun() => Assert.True(true);
}
