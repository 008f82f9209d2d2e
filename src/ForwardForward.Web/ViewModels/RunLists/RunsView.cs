using System.Globalization;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.RunLists;

/// <summary>What the list of runs is sorted by.</summary>
public enum RunOrder
{
    /// <summary>When it was created, the newest first.</summary>
    Created,

    /// <summary>Name and seed.</summary>
    Name,

    /// <summary>Validation error by goodness, the lowest first.</summary>
    Goodness,

    /// <summary>Validation error by softmax, the lowest first.</summary>
    Softmax,

    /// <summary>Test error, the lowest first.</summary>
    Test,

    /// <summary>Time spent on training, the longest first.</summary>
    Time,
}

/// <summary>What the link of the run list says: which runs, in which order. Whatever makes no sense falls back to what does.</summary>
/// <param name="Search">Words that a run must have in its name, note or tags.</param>
/// <param name="State">Only runs in this state.</param>
/// <param name="Recipe">Only runs of this recipe.</param>
/// <param name="Tag">Only runs with this tag.</param>
/// <param name="Order">What they are sorted by.</param>
/// <param name="Reversed">Whether the order is turned round.</param>
/// <param name="Bin">Whether the deleted runs are shown in place of the others.</param>
public sealed record RunsView(
    string Search = "", RunState? State = null, string? Recipe = null, string? Tag = null, RunOrder Order = RunOrder.Created, bool Reversed = false, bool Bin = false)
{
    private const int LongestSearch = 200;

    /// <summary>Whether some runs may be left out.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || State is not null || Recipe is not null || Tag is not null;

    /// <summary>Reads the parts of a link.</summary>
    public static RunsView Parse(string? search, string? state, string? recipe, string? tag, string? order, string? reversed, string? bin) => new(
        search is null ? "" : search.Length > LongestSearch ? search[..LongestSearch] : search,
        Named<RunState>(state),
        string.IsNullOrWhiteSpace(recipe) ? null : recipe,
        string.IsNullOrWhiteSpace(tag) ? null : tag,
        Named<RunOrder>(order) ?? RunOrder.Created,
        reversed == "1",
        bin == "1");

    /// <summary>The link, relative to the root of the site; what is as usual is left out.</summary>
    public string Link()
    {
        var query = new List<string>();
        Add("q", string.IsNullOrWhiteSpace(Search) ? null : Search);
        Add("state", State?.ToString().ToLowerInvariant());
        Add("recipe", Recipe);
        Add("tag", Tag);
        Add("order", Order == RunOrder.Created ? null : Order.ToString().ToLowerInvariant());
        Add("reversed", Reversed ? "1" : null);
        Add("bin", Bin ? "1" : null);
        return "runs" + (query.Count > 0 ? "?" + string.Join('&', query) : "");

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>The same view sorted by something; by the same thing again turns it round.</summary>
    public RunsView By(RunOrder order) => this with { Order = order, Reversed = order == Order && !Reversed };

    /// <summary>The runs that it shows, in its order.</summary>
    public IReadOnlyList<RunSnapshot> Of(IEnumerable<RunSnapshot> runs)
    {
        var words = Search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = runs.Where(run => Fits(run) && words.All(word => Words(run).Contains(word, StringComparison.OrdinalIgnoreCase)));
        return [.. Order switch
        {
            RunOrder.Name => Sorted(found, run => run.Recipe.Title, StringComparer.OrdinalIgnoreCase, _ => false),
            RunOrder.Goodness => Sorted(found, run => run.Scores[MetricNames.ValidationGoodness], null, run => run.Scores[MetricNames.ValidationGoodness] is null),
            RunOrder.Softmax => Sorted(found, run => run.Scores[MetricNames.ValidationSoftmax], null, run => run.Scores[MetricNames.ValidationSoftmax] is null),
            RunOrder.Test => Sorted(found, Test, null, run => Test(run) is null),
            RunOrder.Time => Sorted(found, run => -run.TrainSeconds, null, _ => false),
            _ => Sorted(found, run => -run.CreatedAt.UtcTicks, null, _ => false),
        }];
    }

    private static double? Test(RunSnapshot run) => (run.Scores[MetricNames.TestGoodness], run.Scores[MetricNames.TestSoftmax]) switch
    {
        ({ } goodness, { } softmax) => Math.Min(goodness, softmax),
        var (goodness, softmax) => goodness ?? softmax ?? OtherTest(run),
    };

    // Bits and nats are not to be sorted among percentages.
    private static double? OtherTest(RunSnapshot run) => OtherMeasures.Of(run)
        .Where(measure => measure is { Unit: "%", LowerIsBetter: true }).Select(measure => run.Scores[ScoreNames.Of(ScoreNames.Test, measure.Name)]).FirstOrDefault(error => error is not null);

    // What has no value stands last either way.
    private IEnumerable<RunSnapshot> Sorted<T>(IEnumerable<RunSnapshot> runs, Func<RunSnapshot, T> key, IComparer<T>? comparer, Func<RunSnapshot, bool> isEmpty)
    {
        var last = runs.OrderBy(isEmpty);
        var sorted = Reversed ? last.ThenByDescending(key, comparer) : last.ThenBy(key, comparer);
        return (Order == RunOrder.Name ? sorted.ThenBy(run => run.Recipe.Seed) : sorted).ThenByDescending(run => run.CreatedAt).ThenByDescending(run => run.Id, StringComparer.Ordinal);
    }

    private static string Words(RunSnapshot run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Recipe.Title}\n{run.Recipe.Id}\n{run.Recipe.Scale}\n{run.Id}\nseed {run.Recipe.Seed}\n{run.Note}\n{string.Join('\n', run.Tags)}\n{RunActions.Word(run.State)}\n{run.DataName}");

    private static TEnum? Named<TEnum>(string? name)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) && !int.TryParse(name, out _) ? value : null;

    private bool Fits(RunSnapshot run) =>
        (State is null || run.State == State)
        && (Recipe is null || run.Recipe.Id == Recipe)
        && (Tag is null || run.Tags.Contains(Tag, StringComparer.OrdinalIgnoreCase));
}
