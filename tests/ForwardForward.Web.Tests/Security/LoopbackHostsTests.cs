using ForwardForward.Web.Security;

namespace ForwardForward.Web.Tests.Security;

public sealed class LoopbackHostsTests
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("lab.localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.1.2.3", true)]
    [InlineData("[::1]", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("192.168.1.5", false)]
    [InlineData("", false)]
    public void Loopback_names_are_told_from_others(string host, bool loopback) => Assert.Equal(loopback, LoopbackHosts.IsLoopback(host));
}
