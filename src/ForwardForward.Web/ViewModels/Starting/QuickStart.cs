using ForwardForward.Recipes;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>The one button: a run of the first recipe at quick scale, nothing to be chosen.</summary>
public sealed class QuickStart(IRunService runs, RecipeList shelf)
{
    /// <summary>What will be started and how long it takes; empty when the product has no recipe.</summary>
    public string Promise => shelf.Ids is [var first, ..] ? $"{shelf.Get(first, Scale.Quick).Title}, about a minute" : "";

    /// <summary>Whether a run is being started.</summary>
    public bool IsStarting { get; private set; }

    /// <summary>Why the last try failed; null when it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Starts the run; null when it could not be started or is being started already.</summary>
    public async Task<RunSnapshot?> StartAsync()
    {
        if (IsStarting || shelf.Ids is not [var first, ..])
        {
            return null;
        }

        (IsStarting, Problem) = (true, null);
        try
        {
            return await runs.StartAsync(new StartRun(first, Scale.Quick));
        }
        catch (Exception exception) when (exception is RunRequestException or RunStateException or IOException)
        {
            Problem = $"The run was not started. {exception.Message}";
            return null;
        }
        finally
        {
            IsStarting = false;
        }
    }
}
