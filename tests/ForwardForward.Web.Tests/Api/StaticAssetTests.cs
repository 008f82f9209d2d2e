using System.Net;
using System.Text.RegularExpressions;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed partial class StaticAssetTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Theory]
    [InlineData("/app.css", 1)]
    [InlineData("/_framework/blazor.web.js", 100_000)]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css", 100_000)]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js", 10_000)]
    [InlineData("/_content/Plotly.Blazor/plotly-3.7.0.min.js", 1_000_000)]
    public async Task An_asset_is_there_and_not_empty(string path, int least)
    {
        using var answer = await dashboard.GetAsync(path);

        answer.EnsureSuccessStatusCode();
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, least, int.MaxValue);
    }

    [Fact]
    public async Task Everything_that_the_page_names_is_there()
    {
        var page = await (await dashboard.GetAsync("/")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var links = Links().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        Assert.True(links.Length >= 4, page);
        foreach (var link in links)
        {
            Assert.DoesNotContain("//", link, StringComparison.Ordinal);
            using var answer = await dashboard.GetAsync($"/{link.TrimStart('/')}");
            Assert.True(answer.IsSuccessStatusCode, link);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_page_that_is_none_is_a_page_that_says_so()
    {
        using var answer = await dashboard.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [GeneratedRegex("(?:<link[^>]*href|<script[^>]*src)=\"([^\"]+)\"")]
    private static partial Regex Links();
}
