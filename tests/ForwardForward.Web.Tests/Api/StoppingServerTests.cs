using System.Net;
using ForwardForward.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class StoppingServerTests
{
    [Theory]
    [InlineData("health/live")]
    [InlineData("_blazor/negotiate")]
    public async Task WhoeverComesWhileTheServerStopsIsTurnedAway(string path)
    {
        await using var dashboard = new TestDashboard();
        await dashboard.InitializeAsync();
        (HttpStatusCode Status, bool? Closes, string Words) answer = default;

        // Between the word to stop and the end of listening: there a page whose connection has just ended tries again.
        dashboard.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() =>
        {
            using var response = dashboard.Http.Send(new HttpRequestMessage(HttpMethod.Get, path), TestContext.Current.CancellationToken);
            answer = (response.StatusCode, response.Headers.ConnectionClose, new StreamReader(response.Content.ReadAsStream(TestContext.Current.CancellationToken)).ReadToEnd());
        });
        using (var before = await dashboard.GetAsync("health/live"))
        {
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        }

        await dashboard.StopAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (answer.Status, answer.Closes));
        Assert.Contains("The server is stopping.", answer.Words, StringComparison.Ordinal);
    }
}
