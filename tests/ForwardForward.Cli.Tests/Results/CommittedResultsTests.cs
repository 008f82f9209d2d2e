using ForwardForward.Cli.Results;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Tests.Results;

/// <summary>What the repository claims is what its stored runs say.</summary>
public sealed class CommittedResultsTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void ReadmeShowsTheStoredRuns()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));

        Assert.Equal(ResultsTable.PutInto(readme, ResultsTable.Of(Path.Combine(Root, "docs/results"))), readme);
    }

    [Fact]
    public void ThePageOfResultsShowsTheStoredRuns()
    {
        var page = new ResultsPage(Path.Combine(Root, "docs/results.md"), Path.Combine(Root, "docs/results"));

        Assert.Equal(page.Text(), File.ReadAllText(page.Path));
    }

    [Fact]
    public void StoredRunsAreWholeAndOnRealData()
    {
        var folder = Path.Combine(Root, "docs/results");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        foreach (var path in files)
        {
            var results = new StoredResultsFile(path).Read()!;
            Assert.NotEmpty(results.Runs);
            Assert.Equal(results.Runs.Count, results.Runs.Select(run => run.Seed).Distinct().Count());
            Assert.All(results.Runs, run =>
            {
                Assert.Equal(run.Epochs, run.History.Count);
                Assert.Equal(Enumerable.Range(1, run.Epochs), run.History.Select(epoch => epoch.Epoch));
                Assert.DoesNotContain("synthetic", run.Data, StringComparison.OrdinalIgnoreCase);
                Assert.False(run.Commit.EndsWith('+'), $"{path}: a stored run comes from a commit, not from changed files.");
                Assert.True((run.TestErrorGoodness ?? run.TestErrorSoftmax ?? run.TestError) is not null || run.Scores is { Count: > 0 });
            });
        }
    }

    [Fact]
    public void StoredRunsAreWrittenAgainByteForByte()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in Directory.GetFiles(Path.Combine(Root, "docs/results"), "*.json"))
        {
            var copy = folder.File(Path.GetFileName(path));
            File.Copy(path, copy);
            var results = new StoredResultsFile(copy).Read()!;
            new StoredResultsFile(copy).Add(results, results.Runs[^1]);
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(copy));
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ForwardForward.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
