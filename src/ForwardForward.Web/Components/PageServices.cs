using ForwardForward.Web.Components.Drawing;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels.Paper;
using ForwardForward.Web.ViewModels.RunLists;
using ForwardForward.Web.ViewModels.Starting;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ForwardForward.Web.Components;

/// <summary>What the pages need beside the runs.</summary>
public static class PageServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => RecipeList.OfProduct());
        services.TryAddSingleton(_ => PaperShelf.OfProduct());
        services.TryAddSingleton<BestErrors>();
        services.AddScoped<BrowserConnection>();
        services.AddScoped<CircuitHandler>(page => page.GetRequiredService<BrowserConnection>());
        services.AddScoped<Shortcuts>();
        services.AddScoped<PadDesk>();
        return services;
    }
}
