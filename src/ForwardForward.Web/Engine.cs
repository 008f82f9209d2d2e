using ForwardForward.Data;
using ForwardForward.Data.Images;
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
        services.AddSingleton<IImageDataSetProvider, DataSets>();
        services.AddForwardForwardRuns(options.ForRuns());
    }
}
