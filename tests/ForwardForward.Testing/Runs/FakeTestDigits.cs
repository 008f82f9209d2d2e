using System.Runtime.CompilerServices;
using ForwardForward.Runs;

namespace ForwardForward.Testing.Runs;

/// <summary>Thirty test digits, and a search for mistakes that a test moves by hand.</summary>
public sealed class FakeTestDigits(FakeRunService runs) : ITestDigits
{
    private readonly Newest<MistakeSearch?> _search = new(null);

    /// <summary>The digits: rings, thicker from label to label.</summary>
    public IReadOnlyList<TestDigit> Digits { get; } = [.. Enumerable.Range(0, 30).Select(index => new TestDigit(index, 30, index % 10, Ring(index % 10), "MNIST", false))];

    /// <summary>What the search has found, by either procedure.</summary>
    public IReadOnlyList<Mistake> Found { get; set; } = [];

    /// <summary>When set, everything throws it.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Shows a search.</summary>
    public void Publish(MistakeSearch? search) => _search.Set(search);

    /// <summary>A search of a run in some state.</summary>
    public static MistakeSearch Search(string id, MistakeSearchState state, int done = 30, int found = 0) =>
        new(id, state, 750, done, 30, found, found, 12.5, state == MistakeSearchState.Searching ? 8 : null);

    /// <inheritdoc/>
    public Task<TestDigit> GetAsync(string id, int index, CancellationToken cancellation = default)
    {
        Check(id);
        return index >= 0 && index < Digits.Count
            ? Task.FromResult(Digits[index])
            : throw new RunRequestException($"Run '{id}' has test digits 0 to {Digits.Count - 1}; asked for {index}.");
    }

    /// <inheritdoc/>
    public Task<TestDigit> DrawAsync(string id, int? label = null, CancellationToken cancellation = default)
    {
        Check(id);
        return Task.FromResult(Digits.First(digit => digit.Label == (label ?? 4)));
    }

    /// <inheritdoc/>
    public Task<MistakeSearch> SearchAsync(string id, CancellationToken cancellation = default)
    {
        Check(id);
        runs.Commands.Enqueue($"search {id}");
        var search = Search(id, MistakeSearchState.Searching, 0);
        _search.Set(search);
        return Task.FromResult(search);
    }

    /// <inheritdoc/>
    public MistakeSearch? LastSearch(string id)
    {
        Check(id);
        return _search.Value;
    }

    /// <inheritdoc/>
    public MistakeSearch? CancelSearch(string id)
    {
        Check(id);
        runs.Commands.Enqueue($"cancel-search {id}");
        _search.Set(_search.Value is { IsActive: true } search ? search with { State = MistakeSearchState.Cancelled, SecondsLeft = null } : _search.Value);
        return _search.Value;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MistakeSearch?> WatchSearchAsync(string id, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Check(id);
        await foreach (var search in _search.WatchAsync(cancellation))
        {
            yield return search;
        }
    }

    /// <inheritdoc/>
    public MistakePage Mistakes(string id, MistakeQuery query)
    {
        Check(id);
        Mistake[] fitting = [.. Found.Where(mistake => query.Label is null || mistake.Label == query.Label)];
        Mistake[] page = [.. fitting.Skip(query.First).Take(query.Count)];
        return new MistakePage(_search.Value, fitting.Length, page, [.. page.Select(mistake => Digits[mistake.Index % Digits.Count].Pixels)]);
    }

    private static byte[] Ring(int label)
    {
        var pixels = new byte[784];
        for (var i = 0; i < pixels.Length; i++)
        {
            var distance = Math.Sqrt(Math.Pow((i % 28) - 13.5, 2) + Math.Pow((i / 28) - 13.5, 2));
            pixels[i] = (byte)(255 * Math.Clamp(1.5 + (label * 0.3) - Math.Abs(distance - 7), 0, 1));
        }

        return pixels;
    }

    private void Check(string id)
    {
        _ = runs.Run(id);
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
