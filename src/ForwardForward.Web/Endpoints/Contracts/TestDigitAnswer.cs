using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>A digit of a run's test set.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Index">Where it stands in the test set, from 0.</param>
/// <param name="Count">Digits of the test set.</param>
/// <param name="Label">What it truly is, 0 to 9.</param>
/// <param name="Data">Name of the data that it belongs to.</param>
/// <param name="IsSynthetic">True when this program made it up.</param>
/// <param name="Image">28 rows of 28, 0 background, 255 ink.</param>
public sealed record TestDigitAnswer(string RunId, int Index, int Count, int Label, string Data, bool IsSynthetic, IReadOnlyList<int> Image)
{
    /// <summary>The answer for a digit.</summary>
    public static TestDigitAnswer From(string runId, TestDigit digit) => new(
        runId, digit.Index, digit.Count, digit.Label, digit.DataName, digit.IsSynthetic, Array.ConvertAll(digit.Pixels, pixel => (int)pixel));
}
