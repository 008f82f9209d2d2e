using System.Text.Json;
using System.Text.Json.Nodes;
using ForwardForward.Cli.Results;
using ForwardForward.Cli.Training;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Tests.Results;

public sealed class StoredResultsFileTests : IDisposable
{
    private static readonly StoredResults Experiment = new("ff-test", new JsonObject { ["scale"] = "smoke", ["epochs"] = 3 }, []);
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("ff-test.json");

    private StoredResultsFile File => new(Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RunsOfOtherSeedsAreKeptAndTheSameSeedIsReplaced()
    {
        File.Add(Experiment, RunOf(seed: 2, error: 2));
        File.Add(Experiment, RunOf(seed: 1, error: 5));
        File.Add(Experiment, RunOf(seed: 2, error: 3));

        var runs = File.Read()!.Runs;

        Assert.Equal([1UL, 2UL], runs.Select(run => run.Seed));
        Assert.Equal([5.0, 3.0], runs.Select(run => run.TestErrorGoodness!.Value));
        Assert.Equal(0.25, runs[0].History[0].Values["head/loss"]);
        Assert.Equal([Path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void FormIsTheOneThatReadersKnow()
    {
        File.Add(Experiment, RunOf(seed: 1, error: 5));

        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(Path));

        Assert.Equal(["recipe", "settings", "runs"], json.RootElement.EnumerateObject().Select(member => member.Name));
        var run = json.RootElement.GetProperty("runs")[0];
        string[] members =
        [
            "seed", "epochs", "validationErrorGoodness", "validationErrorSoftmax", "testErrorGoodness", "testErrorSoftmax", "trainSeconds",
            "samplesPerSecond", "data", "commit", "processor", "history",
        ];
        Assert.Equal(members, run.EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, run.GetProperty("history")[0].GetProperty("epoch").GetInt32());
    }

    [Fact]
    public void AnotherExperimentIsRefusedAndTheFileStaysAsItWas()
    {
        File.Add(Experiment, RunOf(seed: 1, error: 5));
        var before = System.IO.File.ReadAllText(Path);
        var other = Experiment with { Settings = new JsonObject { ["scale"] = "smoke", ["epochs"] = 4 } };

        var refusal = Assert.Throws<StoredResultsException>(() => File.Add(other, RunOf(seed: 2, error: 5)));

        Assert.Contains("epochs 4 instead of 3", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllText(Path));
    }

    [Fact]
    public void AFileOlderThanASettingTakesRunsThatHaveItsUsualValueOnly()
    {
        File.Add(Experiment, RunOf(seed: 1, error: 5));
        var newer = Experiment with { Settings = new JsonObject { ["scale"] = "smoke", ["epochs"] = 3, ["jitter"] = 0 } };
        var other = Experiment with { Settings = new JsonObject { ["scale"] = "smoke", ["epochs"] = 3, ["jitter"] = 2 } };

        File.Add(newer, RunOf(seed: 2, error: 5));

        Assert.Contains("jitter 2 instead of unset", Assert.Throws<StoredResultsException>(() => File.Add(other, RunOf(seed: 3, error: 5))).Message, StringComparison.Ordinal);
        Assert.Equal(2, File.Read()!.Runs.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void WhatIsNoFileOfResultsIsNeverWrittenOver(string text)
    {
        System.IO.File.WriteAllText(Path, text);

        Assert.Throws<StoredResultsException>(() => File.Add(Experiment, RunOf(seed: 1, error: 5)));

        Assert.Equal(text, System.IO.File.ReadAllText(Path));
    }

    [Fact]
    public void TwoProgramsMayAddAtOnce()
    {
        Parallel.For(0, 12, seed => File.Add(Experiment, RunOf((ulong)seed, error: 5)));

        Assert.Equal(12, File.Read()!.Runs.Count);
    }

    private static StoredRun RunOf(ulong seed, double error) => new()
    {
        Seed = seed,
        Epochs = 3,
        ValidationErrorGoodness = error,
        ValidationErrorSoftmax = error,
        TestErrorGoodness = error,
        TestErrorSoftmax = error,
        TrainSeconds = 1.5,
        SamplesPerSecond = 1000,
        Data = "synthetic digits",
        Commit = "0123456789ab",
        Processor = "some processor",
        History =
        [
            new EpochSummary { Epoch = 1, Step = 10, TrainSeconds = 0.5, Values = new Dictionary<string, double> { ["head/loss"] = 0.25 } },
        ],
    };
}
