using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>Requests in one line.</summary>
public static class Send
{
    public static Task<HttpResponseMessage> GetAsync(this TestDashboard dashboard, string path) =>
        dashboard.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> JsonAsync(this TestDashboard dashboard, HttpMethod method, string path, string json) =>
        dashboard.BodyAsync(method, path, Encoding.UTF8.GetBytes(json), "application/json");

    public static Task<HttpResponseMessage> CommandAsync(this TestDashboard dashboard, string path) =>
        dashboard.Http.PostAsync(new Uri(path, UriKind.Relative), null, TestContext.Current.CancellationToken);

    public static async Task<HttpResponseMessage> BodyAsync(this TestDashboard dashboard, HttpMethod method, string path, byte[] body, string type)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await dashboard.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
