using System.Net;
using System.Text.Json;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>Checks of answers that refuse something.</summary>
public static class Problem
{
    /// <summary>It has this status, is a ProblemDetails, and its sentence has every one of the words.</summary>
    public static async Task AssertAsync(HttpResponseMessage answer, HttpStatusCode status, params string[] words)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"expected {status}, got {answer.StatusCode}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(body);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        var sentence = problem.RootElement.GetProperty("detail").GetString();
        foreach (var word in words)
        {
            Assert.Contains(word, sentence, StringComparison.Ordinal);
        }
    }
}
