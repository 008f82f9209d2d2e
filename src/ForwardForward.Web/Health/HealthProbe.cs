using ForwardForward.Web.Options;

namespace ForwardForward.Web.Health;

/// <summary>Asks the program that runs already whether it is alive, for containers that have no curl.</summary>
public static class HealthProbe
{
    /// <summary>0 when it answers, 1 when not.</summary>
    public static async Task<int> RunAsync(string? urls, TextWriter error)
    {
        var address = Address(urls);
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            using var answer = await client.GetAsync(new Uri($"{address}/health/live"));
            if (answer.IsSuccessStatusCode)
            {
                return 0;
            }

            await error.WriteLineAsync($"{address}/health/live answered with status {(int)answer.StatusCode}.");
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync($"{address}/health/live did not answer: {problem.Message}");
        }

        return 1;
    }

    /// <summary>The first address that a program with the same options and environment listens on.</summary>
    private static string Address(string? urls)
    {
        urls ??= Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } set ? set : null;
        var ports = Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS");
        var first = urls?.Split(';')[0] ?? (string.IsNullOrEmpty(ports) ? "http://localhost:5000" : $"http://localhost:{ports.Split(';')[0]}");
        return ListenAddresses.ForBrowser(ListenAddresses.Check(first, "--urls or ASPNETCORE_URLS")).TrimEnd('/');
    }
}
