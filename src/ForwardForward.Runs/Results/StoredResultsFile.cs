using System.Text.Encodings.Web;
using System.Text.Json;

namespace ForwardForward.Runs.Results;

/// <summary>
/// A file of results. It is always whole: a new version is written beside it, flushed and renamed over it. Several programs may add to
/// one file.
/// </summary>
public sealed class StoredResultsFile(string path)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes sure, before hours are spent on it, that a run of this experiment can be added.</summary>
    /// <exception cref="StoredResultsException">The file holds another experiment or no results, or its folder does not exist.</exception>
    public void EnsureFits(StoredResults experiment)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new StoredResultsException($"--out names a file in {folder}, which does not exist.");
        }

        if (Read()?.DifferenceFrom(experiment) is { } difference)
        {
            throw new StoredResultsException($"{path} holds results of another experiment: this run has {difference}. Name another file, or use the same settings.");
        }
    }

    /// <summary>Adds a run, in the place of an older one of the same seed.</summary>
    public void Add(StoredResults experiment, StoredRun run)
    {
        using var gate = Lock();
        EnsureFits(experiment);
        Write((Read() ?? experiment).With(run));
    }

    /// <summary>The results in the file; null when there is no file.</summary>
    /// <exception cref="StoredResultsException">The file holds no results.</exception>
    public StoredResults? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var results = JsonSerializer.Deserialize<StoredResults>(File.ReadAllText(path), ResultsJson.Options);
            return results is { Recipe: not null, Settings: not null, Runs: not null } ? results : throw new JsonException("recipe, settings or runs is missing");
        }
        catch (JsonException exception)
        {
            throw new StoredResultsException($"{path} holds no results of this program: {exception.Message}");
        }
    }

    private void Write(StoredResults results)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            using (var json = new Utf8JsonWriter(stream, Indented))
            {
                WriteResults(json, results);
            }

            stream.WriteByte((byte)'\n');
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static void WriteResults(Utf8JsonWriter json, StoredResults results)
    {
        json.WriteStartObject();
        json.WriteString("recipe", results.Recipe);
        json.WritePropertyName("settings");
        results.Settings.WriteTo(json);
        json.WriteStartArray("runs");
        foreach (var run in results.Runs)
        {
            WriteRun(json, run);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A history is long and read by machines, or line by line: one epoch a line.
    private static void WriteRun(Utf8JsonWriter json, StoredRun run)
    {
        json.WriteStartObject();
        using var values = JsonSerializer.SerializeToDocument(run with { History = [] }, ResultsJson.Options);
        foreach (var value in values.RootElement.EnumerateObject().Where(value => value.Name != "history"))
        {
            value.WriteTo(json);
        }

        json.WriteStartArray("history");
        foreach (var epoch in run.History)
        {
            json.WriteRawValue(JsonSerializer.Serialize(epoch, ResultsJson.Options));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private FileStream Lock()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < 200)
            {
                // Another program adds to the same file just now; that takes milliseconds.
                Thread.Sleep(50);
            }
        }
    }
}
