using ForwardForward.Frames;

namespace ForwardForward.Runs.Snapshots;

/// <summary>
/// The scores of a snapshot: the errors of a classifier near its beginning, where the first release has them, and whatever else was measured at its
/// end, where the first release does not look. A snapshot without other scores ends where it ended then.
/// </summary>
internal static class ScoreContent
{
    private const int MostScores = 1000;

    /// <summary>Writes the errors of a classifier, NaN for what was not counted.</summary>
    public static void WriteErrors(BinaryWriter writer, RunScores scores)
    {
        var errors = ClassifierErrors.Of(scores);
        double?[] all = [errors.ValidationGoodness, errors.ValidationSoftmax, errors.TestGoodness, errors.TestSoftmax];
        foreach (var error in all)
        {
            writer.Write(error ?? double.NaN);
        }
    }

    /// <summary>Reads them.</summary>
    public static RunScores ReadErrors(BinaryReader reader) =>
        RunScores.None.With(new ClassifierErrors(ReadError(reader), ReadError(reader), ReadError(reader), ReadError(reader)).ToScores());

    /// <summary>Writes the other scores, if there are any.</summary>
    public static void WriteOthers(BinaryWriter writer, RunScores scores)
    {
        Score[] others = [.. scores.Where(score => !ClassifierErrors.Has(score.Name))];
        if (others.Length == 0)
        {
            return;
        }

        writer.Write(others.Length);
        foreach (var score in others)
        {
            writer.Write(score.Name);
            writer.Write(score.Value);
        }
    }

    /// <summary>Reads them; none where the content has ended.</summary>
    /// <exception cref="FormatException">Their number makes no sense.</exception>
    public static IReadOnlyList<Score> ReadOthers(BinaryReader reader)
    {
        if (reader.BaseStream.Position == reader.BaseStream.Length)
        {
            return [];
        }

        var scores = new Score[MomentContent.Count(reader, MostScores, "scores")];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = new Score(reader.ReadString(), reader.ReadDouble());
        }

        return scores;
    }

    private static double? ReadError(BinaryReader reader) => reader.ReadDouble() is var error && double.IsNaN(error) ? null : error;
}
