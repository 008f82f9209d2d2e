using System.Text.Json.Nodes;
using ForwardForward.Cli.Results;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Tests.Results;

public sealed class ResultsTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RowHasMeanAndSpreadOverSeedsBesideThePapersFigure()
    {
        Store("ff-supervised", (1, 1.30), (2, 1.40), (3, 1.50));

        var row = ResultsTable.Of(_folder.Path).Split('\n')[2];

        Assert.Equal("| `ff-supervised` | paper | MNIST | 60 | 3 | 1.40 ± 0.10 % | 1.45 ± 0.10 % | 1.36 % (paper, section 3.3) | 10.0 min |", row);
    }

    [Fact]
    public void OneSeedHasNoSpread()
    {
        Store("ff-supervised", (1, 1.30));

        Assert.Contains("| 1 | 1.30 % | 1.35 % |", ResultsTable.Of(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommandPutsTheTableBetweenTheMarksAndNowhereElse()
    {
        Store("ff-supervised", (1, 1.30));
        var text = _folder.File("page.md");
        await File.WriteAllTextAsync(
            text, "before\n<!-- results: written by 'forwardforward results --write' -->\nold\n<!-- end of results -->\nafter\n", TestContext.Current.CancellationToken);

        var first = await Run.Of("results", "--from", _folder.Path, "--write", text);
        var once = await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken);
        var second = await Run.Of("results", "--from", _folder.Path, "--write", text);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first.ExitCode, second.ExitCode));
        Assert.StartsWith("before\n", once, StringComparison.Ordinal);
        Assert.EndsWith("\nafter\n", once, StringComparison.Ordinal);
        Assert.DoesNotContain("old", once, StringComparison.Ordinal);
        Assert.Contains("1.30 %", once, StringComparison.Ordinal);
        Assert.Equal(once, await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FileWithoutMarksIsLeftAlone()
    {
        Store("ff-supervised", (1, 1.30));
        var text = _folder.File("page.md");
        await File.WriteAllTextAsync(text, "no marks", TestContext.Current.CancellationToken);

        var run = await Run.Of("results", "--from", _folder.Path, "--write", text);

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.Equal("no marks", await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken));
    }

    private void Store(string recipe, params (ulong Seed, double Error)[] runs)
    {
        var experiment = new StoredResults(recipe, new JsonObject { ["scale"] = "paper", ["epochs"] = 60 }, []);
        foreach (var (seed, error) in runs)
        {
            new StoredResultsFile(_folder.File(recipe + ".json")).Add(experiment, new StoredRun
            {
                Seed = seed,
                Epochs = 60,
                ValidationErrorGoodness = error,
                ValidationErrorSoftmax = error,
                TestErrorGoodness = error,
                TestErrorSoftmax = error + 0.05,
                TrainSeconds = 600,
                SamplesPerSecond = 5000,
                Data = "MNIST",
                Commit = "0123456789ab",
                Processor = "some processor",
                History = [],
            });
        }
    }
}
