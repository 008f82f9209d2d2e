using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Options;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>The whole application on a real Kestrel at port 0, with runs that tests move by hand.</summary>
public sealed class TestDashboard : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ff-web-{Guid.NewGuid():N}");
    private readonly DashboardApplication _application;

    public TestDashboard() => _application = DashboardApplication.Create(
        new DashboardOptions { Urls = "http://127.0.0.1:0", DataDirectory = _folder },
        services => services.AddSingleton<IRunService>(Runs));

    public FakeRunService Runs { get; } = new();

    public IServiceProvider Services => _application.Services;

    public TestDashboardClient Client { get; private set; } = null!;

    public HttpClient Http => Client.Http;

    public Uri Address => Client.Address;

    /// <summary>A new run with an id of its own.</summary>
    public FakeRun AddRun(RunState state = RunState.Running, Func<RunSnapshot, RunSnapshot>? change = null)
    {
        var run = Samples.Run(Guid.NewGuid().ToString("N")[..12], state);
        return Runs.Add(change is null ? run : change(run));
    }

    public HubConnection Hub(bool messagePack) => Client.Hub(messagePack);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path);

    public Task<HttpResponseMessage> CommandAsync(string path) => Client.CommandAsync(path);

    public Task<HttpResponseMessage> JsonAsync(HttpMethod method, string path, string json) => Client.JsonAsync(method, path, json);

    public Task<HttpResponseMessage> BodyAsync(HttpMethod method, string path, byte[] body, string? type) => Client.BodyAsync(method, path, body, type);

    public Task StopAsync() => _application.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask InitializeAsync()
    {
        await _application.StartAsync(TestContext.Current.CancellationToken);
        Client = new TestDashboardClient(new Uri(_application.Urls.Single()));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
