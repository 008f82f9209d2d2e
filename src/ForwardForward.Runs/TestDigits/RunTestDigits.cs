using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ForwardForward.Runs.Readings;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs.TestDigits;

/// <summary>The test sets of all runs, and the searches for mistakes in them.</summary>
internal sealed class RunTestDigits(RunsContext context, RunReadings readings) : ITestDigits, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private readonly MistakeSearches _searches = new(context.Time);

    /// <inheritdoc/>
    public async Task<TestDigit> GetAsync(string id, int index, CancellationToken cancellation = default)
    {
        var test = await LoadAsync(Find(id), cancellation);
        return index >= 0 && index < test.Images.Count
            ? Digit(test, index)
            : throw new RunRequestException($"Run '{id}' has test digits 0 to {test.Images.Count - 1}; asked for {index}.");
    }

    /// <inheritdoc/>
    public async Task<TestDigit> DrawAsync(string id, int? label = null, CancellationToken cancellation = default)
    {
        CheckLabel(label);
        var test = await LoadAsync(Find(id), cancellation);
        var labels = test.Images.Labels.ToArray();
        int[] candidates = [.. Enumerable.Range(0, labels.Length).Where(index => label is null || labels[index] == label)];
        return candidates.Length > 0
            ? Digit(test, candidates[RandomNumberGenerator.GetInt32(candidates.Length)])
            : throw new RunRequestException($"None of the {labels.Length} test digits of run '{id}' is a {label}.");
    }

    /// <inheritdoc/>
    public async Task<MistakeSearch> SearchAsync(string id, CancellationToken cancellation = default)
    {
        var run = Find(id);
        if (_searches.Find(id) is { Snapshot: { IsActive: true } active })
        {
            return active;
        }

        _searches.CheckRoom();
        var test = await LoadAsync(run, cancellation);
        if (run.Snapshot.DataName is { } learnt && learnt != test.Origin.Name)
        {
            throw new RunStateException(
                $"Run '{id}' learnt from {learnt}, but only {test.Origin.Name} can be had now: its mistakes cannot be looked for. Bring {learnt} back first.");
        }

        if (test.Images.Count == 0)
        {
            throw new RunStateException($"Run '{id}' has no test digits, so there are no mistakes to look for.");
        }

        var network = await readings.CaptureAsync(run, cancellation) ?? throw RunReadings.NoWeights(run);
        return _searches.Start(run, network, test.Images);
    }

    /// <inheritdoc/>
    public MistakeSearch? LastSearch(string id) => _searches.Find(Find(id).Id)?.Snapshot;

    /// <inheritdoc/>
    public MistakeSearch? CancelSearch(string id)
    {
        var search = _searches.Find(Find(id).Id);
        search?.Cancel();
        return search?.Snapshot;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MistakeSearch?> WatchSearchAsync(string id, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var run = Find(id);
        using var timer = new PeriodicTimer(Pace, context.Time);
        var (last, isFirst) = ((MistakeSearch?)null, true);
        do
        {
            var search = _searches.Find(id)?.Snapshot;
            if (isFirst || search != last)
            {
                (last, isFirst) = (search, false);
                yield return search;
            }
        }
        while (!run.IsDeleted && await timer.WaitForNextTickAsync(cancellation));
    }

    /// <inheritdoc/>
    public MistakePage Mistakes(string id, MistakeQuery query)
    {
        CheckLabel(query.Label);
        if (query.First < 0 || query.Count is < 1 or > MistakeQuery.MaximumCount)
        {
            throw new RunRequestException($"A page begins at 0 or later and has 1 to {MistakeQuery.MaximumCount} mistakes; asked for {query.Count} from {query.First} on.");
        }

        if (_searches.Find(Find(id).Id) is not { } search)
        {
            return new MistakePage(null, 0, [], []);
        }

        IEnumerable<Mistake> found = [.. search.Found(query.Procedure)];
        Mistake[] fitting = [.. query.Label is { } label ? found.Where(mistake => mistake.Label == label) : found];
        IEnumerable<Mistake> ordered = query.SurestFirst ? fitting.OrderByDescending(mistake => mistake.Confidence).ThenBy(mistake => mistake.Index) : fitting;
        Mistake[] page = [.. ordered.Skip(query.First).Take(query.Count)];
        return new MistakePage(search.Snapshot, fitting.Length, page, [.. page.Select(mistake => search.Images.Image(mistake.Index).ToArray())]);
    }

    /// <summary>Ends every search.</summary>
    public void Dispose() => _searches.Dispose();

    private static TestDigit Digit(TestImages test, int index) => new(
        index, test.Images.Count, test.Images.Labels[index], test.Images.Image(index).ToArray(), test.Origin.Name, test.Origin.IsSynthetic);

    private static void CheckLabel(int? label)
    {
        if (label is < 0 or > 9)
        {
            throw new RunRequestException($"Labels are 0 to 9; asked for {label}.");
        }
    }

    private Task<TestImages> LoadAsync(Run run, CancellationToken cancellation) => context.Factory.LoadTestAsync(run.Recipe, null, cancellation);

    private Run Find(string id) => context.Book.Find(id);
}
