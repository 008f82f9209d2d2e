using ForwardForward.Frames;

namespace ForwardForward.Learning.Models;

/// <summary>An evaluation in progress: the scores of some weights on some data.</summary>
public interface IEvaluation : IDisposable
{
    /// <summary>Share of the data looked at so far, in [0, 1].</summary>
    double Progress { get; }

    /// <summary>The scores so far, by the names of their measures (<see cref="Measures"/>); whoever knows the split writes it before them. None before the first batch.</summary>
    IReadOnlyList<Score> Scores { get; }

    /// <summary>Looks at one more batch; false when none was left.</summary>
    /// <exception cref="InvalidOperationException">The trainer has gone on since the evaluation began.</exception>
    bool Advance();
}
