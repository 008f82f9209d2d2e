using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Starting;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.Starting;

/// <summary>Starts a run.</summary>
public sealed partial class StartForm
{
    private static readonly (Scale Scale, string Name)[] Scales = [(Scale.Smoke, "Smoke"), (Scale.Quick, "Quick"), (Scale.Paper, "Paper")];

    private bool _starting;

    /// <summary>What is about to be started.</summary>
    [Parameter, EditorRequired]
    public StartFormModel Model { get; set; } = null!;

    /// <summary>Whether its button stands back, because another one beside it starts a run at once.</summary>
    [Parameter]
    public bool Plain { get; set; }

    /// <summary>Told when a run was started.</summary>
    [Parameter]
    public EventCallback<RunSnapshot> OnStarted { get; set; }

    /// <summary>Told when recipe, scale or seed was changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = null!;

    private string? Problem { get; set; }

    private SettingField[] Main => [.. Model.Fields.Where(shown => shown.Setting.IsMain)];

    private SettingField[] Others => [.. Model.Fields.Where(shown => !shown.Setting.IsMain)];

    private static string Size(ConfiguredRecipe recipe)
    {
        var length = recipe.Scale switch { Scale.Smoke => "seconds, on synthetic digits", Scale.Quick => "about a minute", _ => "the paper's setting" };
        return $"{char.ToUpperInvariant(length[0])}{length[1..]}. {NetworkWords.Of(recipe.Settings)}, {Figures.Count(recipe.Settings.TrainImages)} images, {recipe.Settings.Epochs} epochs.";
    }

    private static string Changed(IReadOnlyList<SettingField> fields) =>
        fields.Count(field => field.Problem is not null) is > 0 and var wrong ? $"· {wrong} to correct"
        : fields.Count(field => field.IsChanged) is > 0 and var changed ? $"· {changed} changed" : "";

    private static string Paper(ConfiguredRecipe recipe) =>
        recipe.Info.Paper?.Reference is { TestErrorPercent: { } error } paper ? $"Test error {Figures.Percent(error)} ({paper.Note ?? "the paper"})." : "";

    private Task ChangeAsync(Action change)
    {
        change();
        return OnChanged.InvokeAsync();
    }

    private async Task StartAsync()
    {
        if (!Model.IsValid || _starting)
        {
            return;
        }

        _starting = true;
        Problem = null;
        try
        {
            await OnStarted.InvokeAsync(await Runs.StartAsync(Model.Request()));
        }
        catch (Exception exception) when (exception is RunRequestException or RunStateException or IOException)
        {
            Problem = $"The run was not started. {exception.Message}";
        }
        finally
        {
            _starting = false;
        }
    }
}
