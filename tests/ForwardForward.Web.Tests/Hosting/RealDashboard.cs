using ForwardForward.Testing.Runs;
using ForwardForward.Web.Options;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>The whole application with the real engine, on digits that it makes up itself.</summary>
public sealed class RealDashboard : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private DashboardApplication _application = null!;

    public TestDashboardClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _application = DashboardApplication.Create(new DashboardOptions { Urls = "http://127.0.0.1:0", DataDirectory = _folder.Path, Threads = 1 });
        await _application.StartAsync(TestContext.Current.CancellationToken);
        Client = new TestDashboardClient(new Uri(_application.Urls.Single()));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        _folder.Dispose();
    }
}
