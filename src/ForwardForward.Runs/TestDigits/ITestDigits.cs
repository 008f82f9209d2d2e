namespace ForwardForward.Runs;

/// <summary>
/// The test set of a run: its digits one by one, and the search for those that its network gets wrong. Unknown ids, bad requests and
/// states that do not fit throw as those of <see cref="IRunService"/> do.
/// </summary>
public interface ITestDigits
{
    /// <summary>One digit.</summary>
    /// <exception cref="RunRequestException">There is none of this index; the message says which there are.</exception>
    Task<TestDigit> GetAsync(string id, int index, CancellationToken cancellation = default);

    /// <summary>A digit drawn by lot, of all or of one label.</summary>
    /// <exception cref="RunRequestException">There is none of this label.</exception>
    Task<TestDigit> DrawAsync(string id, int? label = null, CancellationToken cancellation = default);

    /// <summary>
    /// Begins to read the whole test set with a copy of the newest weights, in the background and at low priority; training and pages go
    /// on. A search of this run that is under way is left alone and answered with; one that has ended is replaced.
    /// </summary>
    /// <exception cref="RunStateException">The run has no weights yet, its data cannot be had, or too many searches are under way.</exception>
    Task<MistakeSearch> SearchAsync(string id, CancellationToken cancellation = default);

    /// <summary>The last search of this run; null when there was none.</summary>
    MistakeSearch? LastSearch(string id);

    /// <summary>Ends the search of this run where it stands; what it has found stays. Null when there was none.</summary>
    MistakeSearch? CancelSearch(string id);

    /// <summary>The last search of this run, then again whenever it has gone on, ended or been replaced.</summary>
    IAsyncEnumerable<MistakeSearch?> WatchSearchAsync(string id, CancellationToken cancellation = default);

    /// <summary>A page of what the last search has found so far; empty when there was none.</summary>
    MistakePage Mistakes(string id, MistakeQuery query);
}

/// <summary>One image of a test set, as the network is tested on it.</summary>
/// <param name="Index">Where it stands, from 0.</param>
/// <param name="Count">Images of the test set.</param>
/// <param name="Label">What it truly is.</param>
/// <param name="Pixels">28 rows of 28, 0 background, 255 ink.</param>
/// <param name="DataName">Name of the data it belongs to.</param>
/// <param name="IsSynthetic">True when this program made it up.</param>
public sealed record TestDigit(int Index, int Count, int Label, byte[] Pixels, string DataName, bool IsSynthetic);
