namespace ForwardForward.Cli.Tests;

public sealed class ClassifyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task MissingFilesAreNamed()
    {
        var run = await Run.Of("classify", _folder.File("seven.png"), "--model", _folder.File("model.safetensors"));

        Assert.Equal((ExitCode.BadArguments, $"There is no picture {_folder.File("seven.png")}.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task TextIsNoPicture()
    {
        await File.WriteAllTextAsync(_folder.File("seven.png"), "no picture", TestContext.Current.CancellationToken);

        var run = await Run.Of("classify", _folder.File("seven.png"), "--model", _folder.File("model.safetensors"));

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.StartsWith($"{_folder.File("seven.png")} cannot be used: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelMustBeNamed()
    {
        var run = await Run.Of("classify", _folder.File("seven.png"));

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.Contains("--model", run.Error, StringComparison.Ordinal);
    }
}
