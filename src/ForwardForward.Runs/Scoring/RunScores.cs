using System.Collections;
using ForwardForward.Frames;

namespace ForwardForward.Runs;

/// <summary>
/// The newest scores of a run, whatever its evaluations measure, under the names of <see cref="ScoreNames"/> and in their order. It never changes,
/// and equals any other with the same scores.
/// </summary>
public sealed class RunScores : IReadOnlyList<Score>, IEquatable<RunScores>
{
    private readonly Score[] _scores;

    private RunScores(Score[] scores) => _scores = scores;

    /// <summary>Nothing measured yet.</summary>
    public static RunScores None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _scores.Length;

    /// <inheritdoc/>
    public Score this[int index] => _scores[index];

    /// <summary>A score by its name; null where it was not measured yet.</summary>
    public double? this[string name]
    {
        get
        {
            foreach (var score in _scores)
            {
                if (score.Name == name)
                {
                    return score.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Scores by name.</summary>
    public static RunScores Of(IEnumerable<KeyValuePair<string, double>> scores) => None.With(scores.Select(score => new Score(score.Key, score.Value)));

    /// <summary>With newer scores in the place of those of the same name; the others stay.</summary>
    public RunScores With(IEnumerable<Score> newer)
    {
        var all = _scores.ToDictionary(score => score.Name, StringComparer.Ordinal);
        foreach (var score in newer)
        {
            all[score.Name] = score;
        }

        return new RunScores([.. all.Values.OrderBy(score => score.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The scores by name.</summary>
    public Dictionary<string, double> ToDictionary() => _scores.ToDictionary(score => score.Name, score => score.Value);

    /// <inheritdoc/>
    public bool Equals(RunScores? other) => other is not null && _scores.AsSpan().SequenceEqual(other._scores);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RunScores);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var score in _scores)
        {
            hash.Add(score);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _scores);

    /// <inheritdoc/>
    public IEnumerator<Score> GetEnumerator() => ((IEnumerable<Score>)_scores).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
