using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Web;
using ForwardForward.Web.Options;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Benchmarks.Live;

/// <summary>The web application as people run it, on a free port and in a data directory of its own that goes with it.</summary>
internal sealed class LiveApplication : IAsyncDisposable
{
    private readonly DashboardApplication _application;
    private readonly string _folder;

    private LiveApplication(DashboardApplication application, string folder)
    {
        (_application, _folder) = (application, folder);
        Address = new Uri(application.Urls.Single());
        Runs = application.Services.GetRequiredService<IRunService>();
        Http = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The runs in this process.</summary>
    public IRunService Runs { get; }

    /// <summary>A client of its REST interface.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it.</summary>
    public static async Task<LiveApplication> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("forwardforward-live-").FullName;
        var application = DashboardApplication.Create(new DashboardOptions { Urls = "http://127.0.0.1:0", DataDirectory = folder });
        await application.StartAsync();
        return new LiveApplication(application, folder);
    }

    /// <summary>An endless run of <c>ff-supervised-small</c> at Quick scale that never stops to count errors, past its first, slower steps.</summary>
    public async Task<RunSnapshot> TrainAsync()
    {
        var longest = JsonSerializer.SerializeToElement(10_000);
        var settings = new Dictionary<string, JsonElement> { ["epochs"] = longest, ["validateEvery"] = longest, ["goodnessEvery"] = longest };
        var run = await Runs.StartAsync(new StartRun("ff-supervised-small", Scale.Quick, 1, settings));
        await foreach (var now in Runs.WatchAsync(run.Id))
        {
            if (now.Step >= 200)
            {
                break;
            }
        }

        return Runs.Get(run.Id);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
