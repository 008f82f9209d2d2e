using ForwardForward.Web.Components;
using ForwardForward.Web.Options;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using MudBlazor.Services;

namespace ForwardForward.Web;

/// <summary>The web application as an object: the program runs it, tests start it on port 0 with services of their own.</summary>
public sealed class DashboardApplication : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardApplication(WebApplication app) => _app = app;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Addresses that it listens on, with real port numbers; empty before it has started.</summary>
    public ICollection<string> Urls => _app.Urls;

    /// <summary>Builds the application.</summary>
    /// <param name="options">Options; null is as without a command line.</param>
    /// <param name="configure">Last word on the services: fakes go here.</param>
    public static DashboardApplication Create(DashboardOptions? options = null, Action<IServiceCollection>? configure = null)
    {
        options ??= new DashboardOptions();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (options.Urls is { } urls)
        {
            builder.WebHost.UseUrls(urls);
        }

        // Not only in Development: a build that was not published finds its assets by this manifest.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return new DashboardApplication(app);
    }

    /// <summary>Starts it; returns when it listens.</summary>
    public Task StartAsync(CancellationToken cancellation = default) => _app.StartAsync(cancellation);

    /// <summary>Stops it.</summary>
    public Task StopAsync(CancellationToken cancellation = default) => _app.StopAsync(cancellation);

    /// <summary>Starts it and returns when it has been told to stop.</summary>
    public Task RunAsync(CancellationToken cancellation = default) => _app.RunAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
