namespace ForwardForward.Runs;

/// <summary>Where a search stands.</summary>
public enum MistakeSearchState
{
    /// <summary>Another search comes first.</summary>
    Waiting,

    /// <summary>It reads.</summary>
    Searching,

    /// <summary>It has read the whole test set.</summary>
    Finished,

    /// <summary>It was ended by a person, or with the run.</summary>
    Cancelled,

    /// <summary>It was ended by an error, which it carries.</summary>
    Failed,
}

/// <summary>A search for mistakes at one moment.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Step">Mini-batches that the weights had learnt from.</param>
/// <param name="Done">Images read.</param>
/// <param name="Total">Images of the test set.</param>
/// <param name="ByGoodness">Mistakes by the goodness of every label; null where the network has no such procedure or nothing was read.</param>
/// <param name="BySoftmax">Mistakes by one pass and softmax; likewise.</param>
/// <param name="Seconds">Seconds spent reading.</param>
/// <param name="SecondsLeft">Seconds that the rest will take at this pace; null while unknown and when it is over.</param>
/// <param name="Failure">Why it failed; null otherwise.</param>
public sealed record MistakeSearch(
    string RunId, MistakeSearchState State, long Step, int Done, int Total, int? ByGoodness, int? BySoftmax, double Seconds, double? SecondsLeft, string? Failure = null)
{
    /// <summary>Whether it is under way or waits.</summary>
    public bool IsActive => State is MistakeSearchState.Waiting or MistakeSearchState.Searching;

    /// <summary>Mistakes by a procedure; null where the network does not have it.</summary>
    public int? Count(TestProcedure procedure) => procedure == TestProcedure.Goodness ? ByGoodness : BySoftmax;
}

/// <summary>By what a network reads.</summary>
public enum TestProcedure
{
    /// <summary>The goodness of every label.</summary>
    Goodness,

    /// <summary>One pass and softmax.</summary>
    Softmax,
}

/// <summary>A test digit that was read wrongly.</summary>
/// <param name="Index">Where it stands in the test set, from 0.</param>
/// <param name="Label">What it truly is.</param>
/// <param name="Answer">What it was read as.</param>
/// <param name="Confidence">By softmax the probability of the answer; by goodness how far the answer leads the true label, in goodness per unit of the layers that score.</param>
public sealed record Mistake(int Index, int Label, int Answer, double Confidence);

/// <summary>Which mistakes.</summary>
/// <param name="Procedure">By what they were read.</param>
/// <param name="Label">True label; null for all.</param>
/// <param name="First">How many to leave out.</param>
/// <param name="Count">At most so many.</param>
/// <param name="SurestFirst">Whether the surest come first; else they come in the order of the test set.</param>
public sealed record MistakeQuery(TestProcedure Procedure, int? Label = null, int First = 0, int Count = 24, bool SurestFirst = true)
{
    /// <summary>Most mistakes of a page.</summary>
    public const int MaximumCount = 100;
}

/// <summary>A page of mistakes.</summary>
/// <param name="Search">The search that found them; null when there was none.</param>
/// <param name="Found">Mistakes that fit the query, on all pages.</param>
/// <param name="Mistakes">Those of this page.</param>
/// <param name="Pixels">Their images: 28 rows of 28, 0 background, 255 ink.</param>
public sealed record MistakePage(MistakeSearch? Search, int Found, IReadOnlyList<Mistake> Mistakes, IReadOnlyList<byte[]> Pixels);
