using System.Net;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Security;

public sealed class SecurityTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/app.css")]
    [InlineData("/api/runs")]
    [InlineData("/api/nothing")]
    public async Task Every_answer_keeps_to_itself(string path)
    {
        using var answer = await dashboard.GetAsync(path);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Inline_scripts_of_the_page_carry_the_nonce_of_the_answer()
    {
        using var answer = await dashboard.GetAsync("/");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains(nonce, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        using var again = await dashboard.GetAsync("/");
        Assert.DoesNotContain(nonce, again.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData("http://evil.example", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("https://behind.proxy.example", "same-origin", HttpStatusCode.OK)]
    public async Task A_page_of_another_origin_cannot_send_commands(string origin, string? site, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/runs/{dashboard.AddRun().Snapshot.Id}/stop", UriKind.Relative));
        request.Headers.Add("Origin", origin);
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var answer = await dashboard.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Forbidden)
        {
            await Problem.AssertAsync(answer, status, origin);
        }
    }

    [Fact]
    public async Task A_page_of_our_own_can()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/runs/{dashboard.AddRun().Snapshot.Id}/stop", UriKind.Relative));
        request.Headers.Add("Origin", dashboard.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await dashboard.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_web_socket_of_another_origin_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/hubs/runs", UriKind.Relative));
        request.Headers.Add("Origin", "http://evil.example");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");

        await Problem.AssertAsync(await dashboard.Http.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.Forbidden, "evil.example");
    }
}
