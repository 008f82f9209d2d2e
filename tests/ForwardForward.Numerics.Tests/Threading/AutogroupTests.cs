using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Tests.Threading;

public sealed class AutogroupTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void ASessionGivesWayAndIsPutBack()
    {
        File.WriteAllText(_file, "/autogroup-57 nice 0\n");
        var restore = Autogroup.Lower(_file, 10);
        Assert.StartsWith("10", File.ReadAllText(_file), StringComparison.Ordinal);

        restore!();
        Assert.StartsWith("0", File.ReadAllText(_file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/autogroup-57 nice 10\n")]
    [InlineData("/autogroup-57 nice 19\n")]
    [InlineData("something else")]
    [InlineData("")]
    public void WhatIsNiceEnoughOrUnknownStaysAsItIs(string content)
    {
        File.WriteAllText(_file, content);

        Assert.Null(Autogroup.Lower(_file, 10));
        Assert.Equal(content, File.ReadAllText(_file));
    }

    [Fact]
    public void ASystemWithoutAutogroupsIsLeftAlone() => Assert.Null(Autogroup.Lower(_file + ".none", 10));
}
