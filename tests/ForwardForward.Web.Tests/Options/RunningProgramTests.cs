using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Options;

public sealed class RunningProgramTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task A_health_check_of_a_program_that_runs_succeeds() =>
        Assert.Equal(0, await DashboardCommand.RunAsync(["--health-check", "--urls", Address], TextWriter.Null, TextWriter.Null));

    [Fact]
    public async Task A_health_check_of_nothing_fails_with_a_sentence()
    {
        using var error = new StringWriter();

        Assert.Equal(1, await DashboardCommand.RunAsync(["--health-check", "--urls", "http://127.0.0.1:1"], TextWriter.Null, error));
        Assert.Contains("http://127.0.0.1:1/health/live", error.ToString(), StringComparison.Ordinal);
    }

    private string Address => dashboard.Address.GetLeftPart(UriPartial.Authority);
}
