using ForwardForward.Runs;
using ForwardForward.Web.Components;
using ForwardForward.Web.Endpoints;
using ForwardForward.Web.Endpoints.Problems;
using ForwardForward.Web.Endpoints.Requests;
using ForwardForward.Web.Health;
using ForwardForward.Web.Hubs;
using ForwardForward.Web.Options;
using ForwardForward.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.Configuration.Memory;
using MudBlazor.Services;

namespace ForwardForward.Web;

/// <summary>The web application as an object: the program runs it, tests start it on port 0 with services of their own.</summary>
public sealed class DashboardApplication : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DashboardOptions _options;

    private DashboardApplication(WebApplication app, DashboardOptions options) => (_app, _options) = (app, options);

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Addresses that it listens on, with real port numbers; empty before it has started.</summary>
    public ICollection<string> Urls => _app.Urls;

    /// <summary>Where to open the page and where things are kept; complete once it has started.</summary>
    public string Greeting
    {
        get
        {
            var pages = string.Join(" or ", Urls.Select(ListenAddresses.ForBrowser).Distinct());
            var dataSets = _options.ForDataSets();
            var sets = dataSets.ReadOnlyFolder is { } folder ? $"{folder}, then {dataSets.Folder}" : dataSets.Folder;
            return $"ForwardForward is ready: open {pages} in a browser. Runs are kept in {_options.ForRuns().DataDirectory}, data sets are looked for in {sets}. Ctrl+C ends it.";
        }
    }

    /// <summary>Builds the application.</summary>
    /// <param name="options">Options; null is as without a command line.</param>
    /// <param name="configure">Services of the caller's own; an <see cref="IRunService"/> among them takes the engine's place.</param>
    /// <exception cref="OptionException">A folder that the options name cannot be used.</exception>
    public static DashboardApplication Create(DashboardOptions? options = null, Action<IServiceCollection>? configure = null)
    {
        options ??= new DashboardOptions();
        DataDirectory.CheckDataSets(options.ForDataSets().ReadOnlyFolder);
        DataDirectory.Prepare(options.ForRuns().DataDirectory);
        var builder = CreateBuilder(options);
        AddServices(builder.Services, options, configure);
        var app = builder.Build();
        Use(app);
        return new DashboardApplication(app, options);
    }

    /// <summary>Starts it; returns when it listens.</summary>
    public Task StartAsync(CancellationToken cancellation = default) => _app.StartAsync(cancellation);

    /// <summary>Stops it.</summary>
    public Task StopAsync(CancellationToken cancellation = default) => _app.StopAsync(cancellation);

    /// <summary>Returns when it has been told to stop and has stopped.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => _app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplicationBuilder CreateBuilder(DashboardOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = DashboardDefaults.Settings });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimits.HangUp;
        });
        if (options.Urls is { } urls)
        {
            builder.WebHost.UseUrls(urls);
        }

        // Not only in Development: a build that was not published finds its assets by this manifest.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        return builder;
    }

    private static void AddServices(IServiceCollection services, DashboardOptions options, Action<IServiceCollection>? configure)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddPages();
        services.AddHttpContextAccessor();
        services.AddDataProtection()
            .SetApplicationName("ForwardForward")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.ForRuns().DataDirectory, "keys")));
        services.AddApi();
        services.AddRunsHub();
        services.AddHealth();
        configure?.Invoke(services);
        if (!services.Any(service => service.ServiceType == typeof(IRunService)))
        {
            services.AddEngine(options);
        }
    }

    private static void Use(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRefusalWhileStopping();
        if (DashboardDefaults.ListensBecauseNobodySaid(app.Configuration))
        {
            app.UseLoopbackHosts();
        }

        app.UseOriginGuard();
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseSentencesForEmptyErrors();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapApi();
        app.MapHealth();
        app.MapRunsHub();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }
}
