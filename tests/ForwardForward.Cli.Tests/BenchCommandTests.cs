using System.Text.Json;

namespace ForwardForward.Cli.Tests;

public sealed class BenchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("step", "step ff-supervised-small after 1 epochs")]
    [InlineData("classify", "classify ff-supervised-small")]
    public async Task RowsAreJson(string kind, string name)
    {
        var run = await BenchAsync(kind, "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        var row = JsonDocument.Parse(run.Lines[0]).RootElement;
        Assert.Equal(name, row.GetProperty("case").GetString());
        string[] positive = ["gflops", "shareOfPeak", "samplesPerSecond", "milliseconds", "milliseconds99"];
        Assert.All(positive, member => Assert.True(row.GetProperty(member).GetDouble() > 0));
        Assert.False(row.TryGetProperty("openBlasRatio", out _));
    }

    [Fact]
    public async Task AStepIsBrokenDownByPhase()
    {
        var run = await BenchAsync("step", "--json", "--set", "peerStrength=0.03");

        var phases = run.Lines.Skip(1).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        string[] expected = ["InputPreparation", "ImageProduct", "LabelJoining", "Forward", "Normalisation", "Derivatives", "Update", "Head", "Negatives"];
        Assert.Equal(expected.Order(), phases.Select(row => row.GetProperty("phase").GetString()!).Distinct().Except(["Other"]).Order());
        Assert.Equal(1, phases.Sum(row => row.GetProperty("shareOfStep").GetDouble()), 0.01);
        Assert.All(phases, row => Assert.Equal(
            row.GetProperty("phase").GetString() is "ImageProduct" or "Forward" or "Update" or "Head", row.TryGetProperty("denseMilliseconds", out _)));
    }

    [Fact]
    public async Task ScalingIsCounted()
    {
        var run = await BenchAsync("scaling", "--json");

        Assert.All(run.Lines, line => Assert.InRange(JsonDocument.Parse(line).RootElement.GetProperty("imbalance").GetDouble(), 1, 1.5));
        Assert.Contains(run.Lines, line => JsonDocument.Parse(line).RootElement.GetProperty("threads").GetInt32() == 64);
    }

    [Fact]
    public async Task TextIsATableUnderItsHeader()
    {
        var run = await BenchAsync("step");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.True(run.Lines.Count > 3);
        Assert.All(run.Lines.Skip(1), line => Assert.Equal(run.Lines[1].Length, line.Length));
    }

    [Theory]
    [InlineData("everything", "'bench' measures gemm, sparse, step, classify, scaling, all; got 'everything'.")]
    [InlineData("step|--recipe|nothing", "There is no recipe 'nothing'.")]
    [InlineData("step|--after|-1", "--after takes a whole number from 0 to 10000; got '-1'.")]
    [InlineData("step|--scale|smoke|--after|5|--recipe|ff-supervised-small", "a schedule of 5 epochs")]
    [InlineData("step|--model|/no/such/file", "/no/such/file")]
    [InlineData("step|--model|/no/such/file|--recipe|ff-supervised", "leave out --recipe")]
    [InlineData("gemm|--against|mkl", "--against takes openblas; got 'mkl'.")]
    public async Task BadRequestsAreRefused(string arguments, string sentence)
    {
        var run = await Run.Of(["bench", .. arguments.Split('|'), "--data", _folder.Path]);

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    private Task<Run> BenchAsync(string kind, params string[] more) =>
        Run.Of(["bench", kind, "--scale", "smoke", "--recipe", "ff-supervised-small", "--threads", "1", "--data", _folder.Path, .. more]);
}
