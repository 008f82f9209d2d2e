using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Starting;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.Pages;

// How runs begin here: from the form, from a recipe of the link, by one button or key, and over again.
public sealed partial class LabPage
{
    private IReadOnlyList<string> _complaints = [];
    private ElementReference _summary;
    private bool _again;
    private bool _asking;

    private void TakeRecipeOfLink()
    {
        var complaints = new List<string>();
        if (Id is null && RecipeLink.Parse(Recipe, Scale, Seed, Shelf, complaints) is { } offered)
        {
            _form.Choose(offered);
        }

        _complaints = complaints;
    }

    private async Task QuickAsync()
    {
        if (await _quick.StartAsync() is { } run)
        {
            StartedAsync(run);
        }
    }

    // The form opens further down: the focus leads there.
    private async Task ChangeRest()
    {
        _form.Choose(Run!.Recipe);
        _again = true;
        StateHasChanged();
        await _summary.FocusAsync();
    }

    private void StartedAsync(RunSnapshot run)
    {
        (_again, _held) = (false, false);
        Navigation.NavigateTo((View with { RunId = run.Id, Layer = 0, At = null, With = null }).Link());
    }

    // What a class sees has no form: the key and one button start what the link offers.
    private async Task StartAsync()
    {
        if (!_form.IsValid || _busy)
        {
            return;
        }

        _busy = true;
        try
        {
            StartedAsync(await Runs.StartAsync(_form.Request()));
        }
        catch (Exception exception) when (exception is RunRequestException or RunStateException or IOException)
        {
            _complaints = [$"The run was not started. {exception.Message}"];
            StateHasChanged();
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ResetAsync()
    {
        _asking = false;
        if (_watch is not { } watch || _busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var request = Again.Of(watch.Run.Recipe, Shelf);
            if (RunActions.CanStop(watch.Run.State))
            {
                watch.Take(await Runs.StopAsync(watch.Run.Id));
            }

            StartedAsync(await Runs.StartAsync(request));
        }
        catch (Exception exception) when (exception is RunStateException or RunNotFoundException or RunRequestException or IOException)
        {
            _problem = exception.Message;
        }
        finally
        {
            _busy = false;
        }
    }
}
