using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Drawing;

/// <summary>The gallery of mistakes: a page of them at a time, surest first; each opens in the pad.</summary>
public sealed partial class MistakesPanel
{
    private const int PageSize = 20;
    private static readonly MistakePage Nothing = new(null, 0, [], []);

    private readonly string _name = $"mistakes-by-{Guid.NewGuid():N}";
    private ElementReference _list;
    private IJSObjectReference? _gallery;
    private MistakeSearch? _search;
    private MistakePage _page = Nothing;
    private TestProcedure? _procedure;
    private string _label = "";
    private string? _problem;
    private string? _run;
    private int _first;

    [Inject]
    private PadDesk Desk { get; set; } = null!;

    // By goodness where the network has it, as its verdicts are.
    private TestProcedure Procedure => _search switch
    {
        { ByGoodness: null, BySoftmax: not null } => TestProcedure.Softmax,
        { BySoftmax: null } => TestProcedure.Goodness,
        _ => _procedure ?? TestProcedure.Goodness,
    };

    private bool IsStale => _search is { State: not MistakeSearchState.Finished } || (Run is { } run && _search is { } search && run.Step != search.Step);

    private string? Caption => _search is null ? null : $"after {Figures.Count(_search.Step)} batches";

    private string Progress => _search switch
    {
        { State: MistakeSearchState.Waiting } => "Waiting for another search to end.",
        { SecondsLeft: { } left } search => $"{Figures.Count(search.Done)} of {Figures.Count(search.Total)} read, {Figures.Count(search.Count(Procedure) ?? 0)} wrong; about {Figures.Duration(left)} left",
        _ => "Beginning to read.",
    };

    private string Summary
    {
        get
        {
            if (_search is not { Done: > 0 } search)
            {
                return "Nothing was read.";
            }

            var wrong = search.Count(Procedure) ?? 0;
            var share = $"{Figures.Count(wrong)} of {Figures.Count(search.Done)} read wrongly, {Figures.Percent(100.0 * wrong / search.Done)}";
            return search.State == MistakeSearchState.Finished ? $"{share}." : $"{share}; {Figures.Count(search.Total - search.Done)} were not looked at.";
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_run != Run?.Id)
        {
            (_run, _search, _page, _problem, _first, _label) = (Run?.Id, null, Nothing, null, 0, "");
        }

        base.OnParametersSet();
    }

    /// <inheritdoc/>
    protected override async Task AttachAsync()
    {
        var module = await JS.ImportOfAsync<MistakesPanel>();
        _gallery = await module.InvokeAsync<IJSObjectReference>("gallery", _list);
        await module.ReleaseAsync();
    }

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        // What the browser was shown may not have reached it.
        _page = Nothing;
        await foreach (var search in Runs.TestDigits.WatchSearchAsync(run.Id, cancellation))
        {
            await InvokeAsync(() => TakeAsync(search));
        }
    }

    /// <inheritdoc/>
    protected override async Task DetachAsync()
    {
        await _gallery.TryInvokeAsync("stop");
        await _gallery.ReleaseAsync();
    }

    private Task TakeAsync(MistakeSearch? search)
    {
        // A search that begins anew begins at its first page.
        _first = search?.Done < _search?.Done ? 0 : _first;
        _search = search;
        return ShowAsync();
    }

    // While the search goes on, mistakes stand in the order of the test set, so that none moves under the pointer.
    private async Task ShowAsync()
    {
        if (Run is not { } run)
        {
            return;
        }

        var shown = _page;
        var label = int.TryParse(_label, out var only) ? only : (int?)null;
        _page = _search is null ? Nothing : Runs.TestDigits.Mistakes(run.Id, new MistakeQuery(Procedure, label, _first, PageSize, SurestFirst: !_search.IsActive));
        StateHasChanged();
        if (!shown.Mistakes.SequenceEqual(_page.Mistakes))
        {
            await _gallery.TryInvokeAsync("show", (byte[])[.. _page.Pixels.SelectMany(pixels => pixels)]);
        }
    }

    private Task SearchAsync() => TryAsync(async run => _search = await Runs.TestDigits.SearchAsync(run.Id));

    private Task Cancel() => TryAsync(run =>
    {
        _search = Runs.TestDigits.CancelSearch(run.Id);
        return Task.CompletedTask;
    });

    private Task ByAsync(TestProcedure procedure)
    {
        (_procedure, _first) = (procedure, 0);
        return ShowAsync();
    }

    private Task LabelAsync(ChangeEventArgs change)
    {
        (_label, _first) = (change.Value as string ?? "", 0);
        return ShowAsync();
    }

    private Task TurnAsync(int pages)
    {
        _first = Math.Clamp(_first + (pages * PageSize), 0, Math.Max(0, _page.Found - 1) / PageSize * PageSize);
        return ShowAsync();
    }

    private Task OpenAsync(Mistake mistake) => TryAsync(async run => await Desk.ShowAsync(await Runs.TestDigits.GetAsync(run.Id, mistake.Index)));

    private async Task TryAsync(Func<RunSnapshot, Task> act)
    {
        if (Run is not { } run)
        {
            return;
        }

        try
        {
            await act(run);
            _problem = null;
        }
        catch (Exception exception) when (exception is RunRequestException or RunStateException or RunNotFoundException or IOException)
        {
            _problem = exception.Message;
        }
    }

    private string Sureness(Mistake mistake) => Procedure == TestProcedure.Softmax ? Figures.Share(Math.Round(mistake.Confidence, 2)) : $"+{Figures.Value(mistake.Confidence)}";

    private string Words(Mistake mistake) =>
        $"Test digit {Figures.Count(mistake.Index)}: a {mistake.Label} read as {mistake.Answer}, "
        + (Procedure == TestProcedure.Softmax ? $"{Sureness(mistake)} sure" : $"which leads by {Figures.Value(mistake.Confidence)} goodness per unit");
}
