namespace ForwardForward.Cli.Tests.Reproducing;

public sealed class ReproduceCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunsWhatIsMissingAndOnlyThat()
    {
        Directory.CreateDirectory(_folder.File("docs"));

        var first = await ReproduceAsync("ff-supervised-small", "--seeds", "1");
        var second = await ReproduceAsync("ff-supervised-small", "--seeds", "2");
        var third = await ReproduceAsync("ff-supervised-small", "--seeds", "2");

        Assert.Equal([ExitCode.Done, ExitCode.Done, ExitCode.Done], new[] { first, second, third }.Select(run => run.ExitCode));
        Assert.Contains("ff-supervised-small, seed 1 (1 of 1)", first.Lines);
        Assert.Contains("ff-supervised-small, seed 2 (1 of 1)", second.Lines);
        Assert.StartsWith("Nothing is missing", third.Output, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(_folder.File("docs/results.md"), TestContext.Current.CancellationToken);
        Assert.Matches(@"\| `ff-supervised-small` \| - \|.*\| \d+\.\d\d ± \d+\.\d\d % \| \d+\.\d\d ± \d+\.\d\d % \| 2 of 3 \|", page);
        Assert.Contains("| `ff-supervised` | 1.36 | - | 1.35 with another loss, 2 x 2000 | - | - | 0 of 3 | - |", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownRowIsRefusedWithTheNamesThatExist()
    {
        Directory.CreateDirectory(_folder.File("docs"));

        var run = await ReproduceAsync("ff-magic");

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.StartsWith("The table has no row 'ff-magic'; it has ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResultsOfOtherSettingsAreNeverMixedIn()
    {
        Directory.CreateDirectory(_folder.File("docs/results"));
        var file = _folder.File("docs/results/ff-supervised-small.json");
        const string Other = """{"recipe":"ff-supervised-small","settings":{"scale":"paper"},"runs":[]}""";
        await File.WriteAllTextAsync(file, Other, TestContext.Current.CancellationToken);

        var run = await ReproduceAsync("ff-supervised-small");

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.Contains("holds results of another experiment", run.Error, StringComparison.Ordinal);
        Assert.Equal(Other, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task DigitsThatStandInForMnistEndItBeforeTheyAreLearned()
    {
        Directory.CreateDirectory(_folder.File("docs"));
        string[] arguments =
        [
            "reproduce", "bp-mlp", "--scale", "quick", "--threads", "1", "--docs", _folder.File("docs"), "--data", _folder.File("data"),
            "--datasets", Directory.CreateDirectory(_folder.File("none")).FullName,
        ];

        var run = await Run.Of(arguments);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("Nothing is stored: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("epoch    2", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("docs/results/bp-mlp.json")));
    }

    [Fact]
    public async Task FolderMustExist()
    {
        var run = await ReproduceAsync("ff-supervised-small");

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.Contains("--docs names", run.Error, StringComparison.Ordinal);
    }

    private Task<Run> ReproduceAsync(params string[] arguments) =>
        Run.Of(["reproduce", .. arguments, "--scale", "smoke", "--threads", "1", "--docs", _folder.File("docs"), "--data", _folder.File("data")]);
}
