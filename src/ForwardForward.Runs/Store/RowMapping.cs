using System.Text.Json;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;

namespace ForwardForward.Runs.Store;

/// <summary>Rows of the database from what the engine knows, and back.</summary>
internal static class RowMapping
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The row of a run.</summary>
    public static RunRow ToRow(RunSnapshot run) => new()
    {
        Id = run.Id,
        Recipe = RecipeJson.Write(run.Recipe),
        State = run.State.ToString(),
        CreatedAt = run.CreatedAt.UtcTicks,
        DataName = run.DataName,
        IsSynthetic = run.IsSynthetic,
        Epochs = run.Epochs,
        StepsPerEpoch = run.StepsPerEpoch,
        Step = run.Step,
        Layers = JsonSerializer.Serialize(run.Layers, Json),
        Errors = JsonSerializer.Serialize(ClassifierErrors.Of(run.Scores), Json),
        Scores = run.Scores.Count > 0 ? JsonSerializer.Serialize(run.Scores.ToDictionary(), Json) : null,
        TrainSeconds = run.TrainSeconds,
        SamplesPerSecond = run.SamplesPerSecond,
        Failure = run.Failure,
        Warning = run.Warning,
        ForkedFrom = run.ForkedFrom,
        Note = run.Note,
        Tags = JsonSerializer.Serialize(run.Tags, Json),
        DeletedAt = run.DeletedAt?.UtcTicks,
    };

    /// <summary>The run of a row.</summary>
    /// <exception cref="JsonException">A column cannot be read.</exception>
    /// <exception cref="ArgumentException">A column has a value that no run has, so that the run could not be shown.</exception>
    public static RunSnapshot ToSnapshot(RunRow row, MetricPoint? last)
    {
        var run = Read(row, last);
        return double.IsFinite(run.TrainSeconds) && double.IsFinite(run.SamplesPerSecond ?? 0) && run.Scores.All(score => double.IsFinite(score.Value))
            && RunId.IsValid(run.Id) && run is { Step: >= 0, Epochs: >= 0, StepsPerEpoch: >= 0 }
            && run.Layers.All(layer => layer is { Name: not null }) && run.Tags.All(tag => tag is not null)
            ? run
            : throw new ArgumentException($"The row of run '{row.Id}' has values that no run has.", nameof(row));
    }

    private static RunSnapshot Read(RunRow row, MetricPoint? last) => new()
    {
        Id = row.Id,
        Recipe = RecipeJson.Read(row.Recipe),
        State = Enum.GetValues<RunState>().Where(state => state.ToString() == row.State).DefaultIfEmpty(RunState.Interrupted).First(),
        CreatedAt = new DateTimeOffset(row.CreatedAt, TimeSpan.Zero),
        DataName = row.DataName,
        IsSynthetic = row.IsSynthetic,
        Epochs = row.Epochs,
        StepsPerEpoch = row.StepsPerEpoch,
        Step = row.Step,
        Epoch = row.StepsPerEpoch > 0 ? (int)(row.Step / row.StepsPerEpoch) : 0,
        Layers = JsonSerializer.Deserialize<List<LayerDescription>>(row.Layers, Json) ?? [],
        Scores = Scores(row),
        TrainSeconds = row.TrainSeconds,
        SamplesPerSecond = row.SamplesPerSecond,
        LastMetrics = last,
        Failure = row.Failure,
        Warning = row.Warning,
        ForkedFrom = row.ForkedFrom,
        Note = row.Note,
        Tags = JsonSerializer.Deserialize<List<string>>(row.Tags, Json) ?? [],
        DeletedAt = row.DeletedAt is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
    };

    /// <summary>The row of a point.</summary>
    public static MetricRow ToRow(string runId, MetricPoint point) => new()
    {
        RunId = runId,
        Sequence = point.Sequence,
        Step = point.Step,
        Epoch = point.Epoch,
        Seconds = point.Seconds,
        Values = JsonSerializer.Serialize(point.Values, Json),
    };

    /// <summary>The point of a row; without values where they cannot be read, since one damaged point does not spoil a history.</summary>
    public static MetricPoint ToPoint(MetricRow row) => new(row.Sequence, row.Step, row.Epoch, row.Seconds, Values(row));

    // Both columns are always written; of what both have, the older one is believed.
    private static RunScores Scores(RunRow row)
    {
        var named = row.Scores is null ? null : JsonSerializer.Deserialize<Dictionary<string, double>>(row.Scores, Json);
        return RunScores.Of(named ?? []).With(JsonSerializer.Deserialize<ClassifierErrors>(row.Errors, Json)?.ToScores() ?? []);
    }

    private static Dictionary<string, double> Values(MetricRow row)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, double>>(row.Values, Json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
