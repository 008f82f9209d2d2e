using ForwardForward.Runs.Checkpoints;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Checkpoints;

public sealed class BrokenCheckpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("truncated")]
    [InlineData("empty")]
    [InlineData("flipped")]
    [InlineData("text")]
    public async Task A_broken_newest_checkpoint_gives_way_to_the_one_before(string how)
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 4);
        using var folder = new TestFolder();
        var id = await InterruptAsync(folder.Path);
        var newest = Files(folder.Path, id)[^1];
        Break(newest, how);

        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        await runs.Service.ResumeAsync(id, Token);
        var done = await runs.UntilAsync(id, RunState.Completed);
        Assert.StartsWith("The run goes on from step 20, because newer checkpoints are broken.", done.Warning, StringComparison.Ordinal);
        Assert.Contains(newest, done.Warning, StringComparison.Ordinal);
        Assert.True(File.Exists(newest + ".broken"));
        Assert.Equal(history, await Histories.OfAsync(runs, id));
        Assert.Equal(weights, Histories.Weights(runs, id));
    }

    [Fact]
    public async Task A_run_whose_checkpoints_are_all_broken_fails_with_a_sentence_and_keeps_its_files()
    {
        using var folder = new TestFolder();
        var id = await InterruptAsync(folder.Path);
        foreach (var file in Files(folder.Path, id))
        {
            Break(file, "truncated");
        }

        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        var points = (await runs.HistoryAsync(id)).Count;
        await runs.Service.ResumeAsync(id, Token);
        var failed = await runs.UntilAsync(id, RunState.Failed);
        Assert.StartsWith($"No checkpoint of run '{id}' can be used.", failed.Failure, StringComparison.Ordinal);
        Assert.Equal(points, (await runs.HistoryAsync(id)).Count);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(folder.Path, "checkpoints", id), "*.broken").Length);
        await Assert.ThrowsAsync<RunStateException>(() => runs.Service.ClassifyAsync(id, new byte[784], Token));
    }

    [Fact]
    public async Task A_half_written_file_is_not_taken_for_a_checkpoint()
    {
        using var folder = new TestFolder();
        var id = await InterruptAsync(folder.Path);
        var newest = Files(folder.Path, id)[^1];
        await File.WriteAllBytesAsync(newest.Replace("23", "99", StringComparison.Ordinal) + ".partial", [1, 2, 3], Token);
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(newest, runs.Service.NewestCheckpoint(id));
        await runs.Service.ResumeAsync(id, Token);
        Assert.Null((await runs.UntilAsync(id, RunState.Completed)).Warning);
    }

    [Fact]
    public async Task A_run_killed_while_it_wrote_its_first_checkpoint_begins_again()
    {
        using var folder = new TestFolder();
        var id = await InterruptAsync(folder.Path);
        var files = Files(folder.Path, id);
        await File.WriteAllBytesAsync(files[^1] + ".partial", [1, 2, 3], Token);
        foreach (var file in files)
        {
            File.Delete(file);
        }

        var (history, weights) = await Histories.UninterruptedAsync(epochs: 4);
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        await runs.Service.ResumeAsync(id, Token);
        Assert.Null((await runs.UntilAsync(id, RunState.Completed)).Warning);
        Assert.Equal(history, await Histories.OfAsync(runs, id));
        Assert.Equal(weights, Histories.Weights(runs, id));
    }

    [Fact]
    public async Task A_run_does_not_go_on_with_other_data_than_it_learnt_from()
    {
        using var folder = new TestFolder();
        var id = await InterruptAsync(folder.Path);
        await using var runs = await TestRuns.OpenAsync(new FakeTraining { DataName = "other digits" }, folder.Path);
        await runs.Service.ResumeAsync(id, Token);
        var held = await runs.UntilAsync(id, run => run.State == RunState.Interrupted && run.Warning is not null);
        Assert.StartsWith($"Run '{id}' learnt from fake digits, but only other digits can be had now.", held.Warning, StringComparison.Ordinal);
        runs.Training.DataName = "fake digits";
        await runs.Service.ResumeAsync(id, Token);
        Assert.Null((await runs.UntilAsync(id, RunState.Completed)).Warning);
    }

    [Fact]
    public void Files_that_are_no_checkpoints_are_named_in_the_refusal()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "some.safetensors");
        Assert.Throws<FileNotFoundException>(() => CheckpointFile.Read(path));
        File.WriteAllText(path, "hello");
        Assert.StartsWith($"{path} cannot be used as a checkpoint.", Assert.Throws<CheckpointFormatException>(() => NetworkFile.Load(path)).Message, StringComparison.Ordinal);
        using (var stream = File.Create(path))
        {
            SafetensorsFile.Write(stream, new FakeTrainer(new FakeTraining(), Samples.Recipe()).CaptureState(), new Dictionary<string, string>());
        }

        Assert.Contains("The metadata has no 'version'", Assert.Throws<CheckpointFormatException>(() => CheckpointFile.Read(path)).Message, StringComparison.Ordinal);
    }

    // A run of 40 steps, interrupted after 24, with checkpoints of steps 20 and 24.
    private static async Task<string> InterruptAsync(string folder)
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training, folder);
        var id = (await runs.StartAsync(epochs: 4, paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
        await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
        training.Steps.Shut();
        await runs.Service.ResumeAsync(id, Token);
        training.Steps.Allow(3);
        training.Steps.AwaitWaiting();
        return id;
    }

    private static string[] Files(string folder, string id) =>
        [.. Directory.GetFiles(Path.Combine(folder, "checkpoints", id), "*.safetensors").Order(StringComparer.Ordinal)];

    private static void Break(string path, string how)
    {
        var bytes = File.ReadAllBytes(path);
        switch (how)
        {
            case "truncated":
                File.WriteAllBytes(path, bytes[..^100]);
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "flipped":
                bytes[3] ^= 0xff;
                File.WriteAllBytes(path, bytes);
                break;
            default:
                File.WriteAllText(path, "This is no checkpoint but a letter to whoever reads it.");
                break;
        }
    }
}
