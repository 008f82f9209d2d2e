using System.Buffers.Binary;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Store;

/// <summary>A real process with the real trainer, killed in the middle of its work.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public async Task A_killed_run_goes_on_to_the_very_weights_of_an_undisturbed_one()
    {
        using var calm = new TestFolder();
        using (var host = new CrashHostProcess(calm.Path))
        {
            await host.CompleteAsync();
        }

        using var rough = new TestFolder();
        string id;
        using (var host = new CrashHostProcess(rough.Path))
        {
            id = await host.RunIdAsync();
            await host.KillAtAsync(50);
        }

        using (var host = new CrashHostProcess(rough.Path, id))
        {
            Assert.Equal(id, await host.RunIdAsync());
            await host.KillAtAsync(200);
        }

        using (var host = new CrashHostProcess(rough.Path, id))
        {
            await host.CompleteAsync();
        }

        Assert.Equal(Values(calm.Path), Values(rough.Path));
        Assert.Equal(await HistoryAsync(calm.Path), await HistoryAsync(rough.Path));
    }

    // The data of the newest checkpoint, byte for byte; the header before it names the run and its seconds.
    private static byte[] Values(string folder)
    {
        var newest = Directory.GetFiles(folder, "*.safetensors", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        Assert.EndsWith("step-000000001800.safetensors", newest, StringComparison.Ordinal);
        var bytes = File.ReadAllBytes(newest);
        return bytes[(8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes))..];
    }

    private static async Task<List<string>> HistoryAsync(string folder)
    {
        await using var runs = await TestRuns.OpenAsync(folder: folder);
        var run = Assert.Single(runs.Service.List());
        Assert.Equal((RunState.Completed, null), (run.State, run.Warning));
        return await Histories.OfAsync(runs, run.Id);
    }
}
