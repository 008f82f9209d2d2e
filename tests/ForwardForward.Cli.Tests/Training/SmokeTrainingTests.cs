using System.Text.Json;
using ForwardForward.Cli.Results;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Tests.Training;

/// <summary>The real engine at its smallest, through the command line.</summary>
public sealed class SmokeTrainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task JsonIsOneObjectPerEpochAndAResult()
    {
        var run = await TrainAsync("--json", "--seed", "7", "--threads", "1");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(run.Error);
        var objects = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var epochs = objects[..^1];
        Assert.Equal(Enumerable.Range(1, epochs.Count), epochs.Select(epoch => epoch.GetProperty("epoch").GetInt32()));
        Assert.All(epochs, epoch => Assert.Equal("synthetic digits", epoch.GetProperty("data").GetString()));
        Assert.All(epochs, epoch => Assert.True(epoch.GetProperty("values").GetProperty("head/loss").GetDouble() > 0));
        var result = objects[^1];
        string[] members =
        [
            "recipe", "scale", "seed", "epochs", "validationErrorGoodness", "validationErrorSoftmax", "testErrorGoodness", "testErrorSoftmax",
            "trainSeconds", "samplesPerSecond",
        ];
        Assert.Equal(members, result.EnumerateObject().Select(member => member.Name).Take(members.Length));
        Assert.Equal("ff-supervised-small", result.GetProperty("recipe").GetString());
        Assert.Equal("smoke", result.GetProperty("scale").GetString());
        Assert.Equal(7, result.GetProperty("seed").GetInt32());
        Assert.Equal(epochs.Count, result.GetProperty("epochs").GetInt32());
        Assert.InRange(result.GetProperty("testErrorSoftmax").GetDouble(), 0.01, 60);
        Assert.True(result.GetProperty("isSynthetic").GetBoolean());
        Assert.Equal(epochs[^1].GetProperty("validationErrorSoftmax").GetDouble(), result.GetProperty("validationErrorSoftmax").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task DigitsThatStandInForMnistAreAnnouncedLoudly()
    {
        string[] arguments = ["train", "ff-supervised-small", "--scale", "quick", "--epochs", "1", "--json", "--data", _folder.Path, "--datasets", Directory.CreateDirectory(_folder.File("none")).FullName];
        string[] tiny = ["--set", "trainImages=200", "--set", "validationImages=10", "--set", "testImages=10", "--set", "hiddenUnits=20,20"];

        var run = await Run.Of([.. arguments, .. tiny]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("WARNING: mnist could not be had, so this run learns from synthetic digits", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n'), line => line.StartsWith("WARNING", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SameSeedGivesTheSameErrorsForAnyNumberOfThreads()
    {
        var one = await TrainAsync("--json", "--threads", "1", "--epochs", "2");
        var two = await TrainAsync("--json", "--threads", "2", "--epochs", "2");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (one.ExitCode, two.ExitCode));
        Assert.Equal(2, Values(one).Count());
        Assert.Equal(Values(one), Values(two));

        static IEnumerable<string> Values(Run run) =>
            run.Lines.SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("values").GetRawText());
    }

    [Fact]
    public async Task TextSaysWhatTheDataReallyWas()
    {
        var run = await TrainAsync("--epochs", "1");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("epoch    1", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("synthetic digits (made up by this program", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FinishedRunsAreAddedToTheFile()
    {
        var path = _folder.File("results.json");

        Assert.Equal(ExitCode.Done, (await TrainAsync("--epochs", "2", "--seed", "2", "--out", path)).ExitCode);
        Assert.Equal(ExitCode.Done, (await TrainAsync("--epochs", "2", "--seed", "1", "--out", path)).ExitCode);
        var other = await TrainAsync("--epochs", "3", "--seed", "1", "--out", path);

        Assert.Equal(ExitCode.BadArguments, other.ExitCode);
        Assert.Contains("epochs 3 instead of 2", other.Error, StringComparison.Ordinal);
        var runs = new StoredResultsFile(path).Read()!.Runs;
        Assert.Equal([1UL, 2UL], runs.Select(stored => stored.Seed));
        Assert.All(runs, stored => Assert.Equal(2, stored.History.Count));
    }

    [Fact]
    public async Task ANetWithOneProcedureHasOneErrorWithoutAName()
    {
        var path = _folder.File("backprop.json");
        string[] arguments = ["train", "bp-mlp", "--scale", "smoke", "--epochs", "1", "--threads", "1", "--data", _folder.File("data")];

        var run = await Run.Of([.. arguments, "--json", "--out", path]);
        var text = await Run.Of(arguments);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (run.ExitCode, text.ExitCode));
        var (epoch, result) = (JsonDocument.Parse(run.Lines[0]).RootElement, JsonDocument.Parse(run.Lines[^1]).RootElement);
        Assert.Equal(epoch.GetProperty("validationError").GetDouble(), result.GetProperty("validationError").GetDouble());
        Assert.InRange(result.GetProperty("testError").GetDouble(), 0.01, 60);
        Assert.DoesNotContain("Goodness", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("goodness", text.Output, StringComparison.OrdinalIgnoreCase);
        var stored = new StoredResultsFile(path).Read()!.Runs[0];
        Assert.Equal(result.GetProperty("testError").GetDouble(), stored.TestError);
        Assert.Equal((null, null), (stored.TestErrorGoodness, stored.TestErrorSoftmax));
        Assert.DoesNotContain("Softmax", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThereIsNothingToResumeInAFreshDirectory()
    {
        var last = await Run.Of("train", "--resume", "last", "--data", _folder.Path);
        var unknown = await Run.Of("train", "--resume", "nosuchrunid0", "--data", _folder.Path);

        Assert.Equal((ExitCode.BadArguments, "There is no paused or interrupted run to resume.\n"), (last.ExitCode, last.Error));
        Assert.Equal((ExitCode.BadArguments, "There is no run 'nosuchrunid0'.\n"), (unknown.ExitCode, unknown.Error));
    }

    private Task<Run> TrainAsync(params string[] arguments) =>
        Run.Of(["train", "ff-supervised-small", "--scale", "smoke", "--data", _folder.File("data"), .. arguments]);
}
