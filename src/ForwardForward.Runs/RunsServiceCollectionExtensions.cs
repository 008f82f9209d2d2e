using ForwardForward.Data;
using ForwardForward.Runs.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ForwardForward.Runs;

/// <summary>Puts the engine into a program.</summary>
public static class RunsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IRunService"/> and the hosted service that opens and closes it. The program adds an
    /// <see cref="Data.IDataLoader"/> and logging; trainers and recipes are those of the experiments unless others are there already.
    /// </summary>
    public static IServiceCollection AddForwardForwardRuns(this IServiceCollection services, RunsOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITrainingFactory, RecipeTraining>();
        services.TryAddSingleton<IRecipeSource, CatalogRecipes>();
        services.AddSingleton(options);
        services.AddSingleton<RunService>();
        services.AddSingleton<IRunService>(provider => provider.GetRequiredService<RunService>());
        services.AddHostedService<RunWorker>();
        return services;
    }
}
