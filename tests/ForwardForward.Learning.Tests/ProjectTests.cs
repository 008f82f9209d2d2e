namespace ForwardForward.Learning.Tests;

public sealed class ProjectTests
{
    [Fact]
    public void TestsRun() => Assert.True(true);
}
