using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>How a search for mistakes stands.</summary>
/// <param name="State">waiting, searching, finished, cancelled or failed.</param>
/// <param name="Step">Mini-batches that the weights had learnt from.</param>
/// <param name="Done">Images read so far.</param>
/// <param name="Total">Images of the test set.</param>
/// <param name="ByGoodness">Mistakes so far by the goodness of every label; null where the network has no such procedure.</param>
/// <param name="BySoftmax">Mistakes so far by one pass and softmax; likewise.</param>
/// <param name="Seconds">Seconds spent reading.</param>
/// <param name="SecondsLeft">Seconds that the rest will take; null while unknown and when it is over.</param>
/// <param name="Failure">Why it failed; null otherwise.</param>
public sealed record SearchAnswer(
    MistakeSearchState State, long Step, int Done, int Total, int? ByGoodness, int? BySoftmax, double Seconds, double? SecondsLeft, string? Failure)
{
    /// <summary>The answer for a search; null for none.</summary>
    public static SearchAnswer? From(MistakeSearch? search) => search is null ? null : new(
        search.State, search.Step, search.Done, search.Total, search.ByGoodness, search.BySoftmax, search.Seconds, search.SecondsLeft, search.Failure);
}

/// <summary>A page of the test digits that a run's network gets wrong.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Search">The search that found them; null when there was none yet.</param>
/// <param name="By">The procedure: goodness or softmax.</param>
/// <param name="Found">Mistakes that fit, on all pages.</param>
/// <param name="First">How many were left out before this page.</param>
/// <param name="Mistakes">Those of this page.</param>
public sealed record MistakesAnswer(string RunId, SearchAnswer? Search, TestProcedure By, int Found, int First, IReadOnlyList<MistakeAnswer> Mistakes)
{
    /// <summary>The answer for a page.</summary>
    public static MistakesAnswer From(string runId, MistakeQuery query, MistakePage page) => new(
        runId, SearchAnswer.From(page.Search), query.Procedure, page.Found, query.First, [.. page.Mistakes.Select(MistakeAnswer.From)]);
}

/// <summary>A test digit that was read wrongly; its picture is at /api/runs/{id}/test-digits/{index}.</summary>
/// <param name="Index">Where it stands in the test set, from 0.</param>
/// <param name="Label">What it truly is.</param>
/// <param name="Answer">What it was read as.</param>
/// <param name="Confidence">By softmax the probability of the answer; by goodness how far the answer leads the true label, in goodness per unit of the layers that score.</param>
public sealed record MistakeAnswer(int Index, int Label, int Answer, double Confidence)
{
    /// <summary>The answer for a mistake.</summary>
    public static MistakeAnswer From(Mistake mistake) => new(mistake.Index, mistake.Label, mistake.Answer, mistake.Confidence);
}
