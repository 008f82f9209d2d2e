using ForwardForward.Data;

namespace ForwardForward.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ListNamesEverySet()
    {
        var run = await DataAsync("list");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(DataSources.Images.Names, run.Lines.Where(line => line[0] != ' ').Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task ListSaysOfEveryFileWhetherItIsHere()
    {
        var mnist = Directory.CreateDirectory(_folder.File("datasets/mnist")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(mnist, "t10k-labels-idx1-ubyte"), new byte[10_008], TestContext.Current.CancellationToken);

        var run = await WithoutRealMnistAsync("list");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            [
                $"  t10k-labels-idx1-ubyte   present     0.01 MB  {Path.Combine(mnist, "t10k-labels-idx1-ubyte")}",
                "  train-labels-idx1-ubyte  missing",
                "  t10k-images-idx3-ubyte   missing",
                "  train-images-idx3-ubyte  missing",
            ],
            run.Lines.Where(line => line[0] == ' '));
    }

    [Fact]
    public async Task SyntheticDigitsAreAlwaysHere()
    {
        var run = await DataAsync("verify", "synthetic-digits");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("synthetic digits: 50000 images to train on", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("verify")]
    public async Task UnknownSetIsRefusedWithTheNamesThatExist(string command)
    {
        var run = await DataAsync(command, "imagenet");

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.Equal("There is no data set 'imagenet'; there are handwriting, mnist, synthetic-digits.\n", run.Error);
    }

    [Fact]
    public async Task BrokenFilesAreNamedAndNothingStandsInForThem()
    {
        var mnist = Directory.CreateDirectory(_folder.File("datasets/mnist")).FullName;
        string[] names = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];
        foreach (var name in names)
        {
            await File.WriteAllTextAsync(Path.Combine(mnist, name), "no digits here", TestContext.Current.CancellationToken);
        }

        var run = await WithoutRealMnistAsync("verify");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal(4, run.Lines.Count(line => line.Contains(" wrong ", StringComparison.Ordinal)));
        Assert.All(names, name => Assert.Contains(Path.Combine(mnist, name), run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyDownloadsNothing()
    {
        var run = await WithoutRealMnistAsync("verify");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("'data get' downloads it", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("datasets")));
    }

    [Fact]
    public async Task GetSaysWhenDownloadsAreOff()
    {
        var run = await WithoutRealMnistAsync("get");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal("MNIST's t10k-labels-idx1-ubyte.gz is not here, and downloads are off (FORWARDFORWARD_DOWNLOADS).\n", run.Error);
        Assert.False(Directory.Exists(_folder.File("datasets")));
    }

    [Fact]
    public async Task FolderOfDataSetsMustExist()
    {
        var run = await DataAsync("list", "--datasets", _folder.File("nowhere"));

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.Contains("nowhere, which does not exist.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RealMnistIsVerified()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(DataPaths.FolderVariable) is { Length: > 0 }, $"{DataPaths.FolderVariable} is not set.");

        var run = await DataAsync("verify");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(4, run.Lines.Count(line => line.Contains(" verified ", StringComparison.Ordinal)));
        Assert.StartsWith("MNIST: 50000 images to train on, 10000 for validation, 10000 for testing", run.Lines[^1], StringComparison.Ordinal);
    }

    private Task<Run> DataAsync(params string[] arguments) => Run.Of(["data", .. arguments, "--data", _folder.Path]);

    // The environment may name the real MNIST.
    private Task<Run> WithoutRealMnistAsync(params string[] arguments) =>
        DataAsync([.. arguments, "--datasets", Directory.CreateDirectory(_folder.File("none")).FullName]);
}
