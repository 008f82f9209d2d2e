using ForwardForward.Data;
using ForwardForward.Runs;
using ForwardForward.Web.Options;

namespace ForwardForward.Web;

/// <summary>The real runs and the real data behind the pages.</summary>
internal static class Engine
{
    /// <summary>Adds them.</summary>
    public static void AddEngine(this IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton(options.ForDataSets());
        services.AddSingleton<IDataLoader, DataLoader>();
        services.AddForwardForwardRuns(options.ForRuns());
    }
}
