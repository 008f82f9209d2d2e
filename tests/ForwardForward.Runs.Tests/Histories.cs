using System.Text.Json;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests;

/// <summary>What must be equal where a run went on and where it was never interrupted.</summary>
internal static class Histories
{
    /// <summary>A history without the seconds, which are the machine's.</summary>
    public static async Task<List<string>> OfAsync(TestRuns runs, string id) =>
        [.. (await runs.HistoryAsync(id)).Select(point => JsonSerializer.Serialize(point with { Seconds = 0 }))];

    /// <summary>The tensors of a run's newest checkpoint, byte for byte.</summary>
    public static byte[] Weights(TestRuns runs, string id)
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, CheckpointFile.Read(runs.Service.NewestCheckpoint(id)!).State, new Dictionary<string, string>());
        return stream.ToArray();
    }

    /// <summary>A run that nothing disturbs, from beginning to end.</summary>
    public static async Task<(List<string> History, byte[] Weights)> UninterruptedAsync(int epochs)
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(epochs)).Id;
        await runs.UntilAsync(id, RunState.Completed);
        return (await OfAsync(runs, id), Weights(runs, id));
    }
}
