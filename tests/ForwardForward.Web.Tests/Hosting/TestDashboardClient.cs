using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>Requests to a running application, each in one line.</summary>
public sealed class TestDashboardClient(Uri address) : IDisposable
{
    public Uri Address { get; } = address;

    public HttpClient Http { get; } = new() { BaseAddress = address };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

    public Task<HttpResponseMessage> CommandAsync(string path) => Http.PostAsync(new Uri(path, UriKind.Relative), null, Cancellation);

    public Task<HttpResponseMessage> JsonAsync(HttpMethod method, string path, string json) => BodyAsync(method, path, Encoding.UTF8.GetBytes(json), "application/json");

    public async Task<HttpResponseMessage> BodyAsync(HttpMethod method, string path, byte[] body, string? type)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return await Http.SendAsync(request, Cancellation);
    }

    public HubConnection Hub(bool messagePack)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(Address, "/hubs/runs"));
        return (messagePack ? builder.AddMessagePackProtocol() : builder).Build();
    }

    public void Dispose() => Http.Dispose();
}
