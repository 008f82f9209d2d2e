using System.Globalization;
using System.Text.Json;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>Checkpoints as safetensors files: tensors named by the trainer, everything else in the metadata.</summary>
public static class CheckpointFile
{
    private const string Version = "1";
    private const string HistoryName = "history";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes a checkpoint.</summary>
    /// <exception cref="CheckpointFormatException">A value of the state is not finite.</exception>
    public static void Write(Stream stream, Checkpoint checkpoint, bool halfPrecision = false) =>
        SafetensorsFile.Write(stream, checkpoint.State, Metadata(checkpoint), halfPrecision);

    /// <summary>Writes a checkpoint with the history that led to it.</summary>
    /// <exception cref="CheckpointFormatException">A value of the state is not finite.</exception>
    public static void Write(Stream stream, Checkpoint checkpoint, IReadOnlyList<MetricPoint> history)
    {
        var metadata = Metadata(checkpoint);
        if (history.Count > 0)
        {
            metadata[HistoryName] = CheckpointHistory.Write(history);
        }

        SafetensorsFile.Write(stream, checkpoint.State, metadata);
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointFormatException">The file is no checkpoint, or a broken one; the message names it and says what is wrong.</exception>
    public static Checkpoint Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return Read(stream);
        }
        catch (Exception exception) when (exception is CheckpointFormatException or EndOfStreamException)
        {
            throw new CheckpointFormatException($"{path} cannot be used as a checkpoint. {exception.Message}", exception);
        }
    }

    /// <summary>Reads a checkpoint from a stream that knows its length.</summary>
    /// <exception cref="CheckpointFormatException">It is no checkpoint, or a broken one.</exception>
    public static Checkpoint Read(Stream stream) => Read(SafetensorsFile.Read(stream));

    /// <summary>Reads a checkpoint with the history that led to it; none where the file has none.</summary>
    /// <exception cref="CheckpointFormatException">It is no checkpoint, or a broken one.</exception>
    public static (Checkpoint Checkpoint, IReadOnlyList<MetricPoint> History) ReadExport(Stream stream)
    {
        var (state, metadata) = SafetensorsFile.Read(stream);
        return (Read((state, metadata)), metadata.TryGetValue(HistoryName, out var history) ? CheckpointHistory.Read(history) : []);
    }

    private static Checkpoint Read((TrainerState State, IReadOnlyDictionary<string, string> Metadata) file)
    {
        var (state, metadata) = file;
        string Get(string name) => metadata.TryGetValue(name, out var value)
            ? value
            : throw new CheckpointFormatException($"The metadata has no '{name}'; this is not a checkpoint of this program.");
        if (Get("version") is var version && version != Version)
        {
            throw new CheckpointFormatException($"The checkpoint has version {version}; this program reads version {Version}.");
        }

        try
        {
            return JsonSerializer.Deserialize<ProgressForm>(Get("progress"), Json)?.Read() is { } progress
                ? new Checkpoint(Get("run"), RecipeJson.Read(Get("recipe")), progress, state)
                : throw new CheckpointFormatException("The metadata 'progress' says nothing sensible.");
        }
        catch (JsonException exception)
        {
            throw new CheckpointFormatException($"The metadata cannot be read: {exception.Message}", exception);
        }
    }

    private static SortedDictionary<string, string> Metadata(Checkpoint checkpoint) => new(StringComparer.Ordinal)
    {
        ["format"] = "forwardforward-checkpoint",
        ["version"] = Version,
        ["run"] = checkpoint.RunId,
        ["step"] = checkpoint.Progress.Step.ToString(CultureInfo.InvariantCulture),
        ["recipe"] = RecipeJson.Write(checkpoint.Recipe),
        ["progress"] = JsonSerializer.Serialize(ProgressForm.Of(checkpoint.Progress), Json),
    };
}
