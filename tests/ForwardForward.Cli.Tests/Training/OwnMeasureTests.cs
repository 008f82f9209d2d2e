using System.Text.Json;
using System.Text.Json.Nodes;
using ForwardForward.Cli.Results;
using ForwardForward.Cli.Training;
using ForwardForward.Frames;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Cli.Tests.Training;

/// <summary>A recipe with a measure of its own: lines, JSON, files of results and the table have it, under the title that the recipe gives it.</summary>
public sealed class OwnMeasureTests : IDisposable
{
    private static readonly RunSnapshot Run = Samples.RunWithOwnMeasure();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EpochAndResultAreShownByItsTitleAndUnit()
    {
        var output = new StringWriter();
        var display = new LineDisplay(output);
        display.Show(Epoch());
        display.Show(TrainResult.Of(Run));

        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("epoch    1      10.0 s  validation error by free energy  7.25 %", lines[0]);
        Assert.Equal(["  validation error by free energy  5.20 %", "  test error by free energy  5.50 %"], lines[2..4]);
        Assert.DoesNotContain("softmax", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void JsonHasItByName()
    {
        var output = new StringWriter();
        var display = new JsonDisplay(output);
        display.Show(Epoch());
        display.Show(TrainResult.Of(Run));

        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(7.25, JsonNode.Parse(lines[0])!["scores"]!["validation/free-energy-error"]!.GetValue<double>());
        Assert.Null(JsonNode.Parse(lines[0])!["values"]!["validation/free-energy-error"]);
        Assert.Null(JsonNode.Parse(lines[0])!["measures"]);
        Assert.Equal(5.5, JsonNode.Parse(lines[1])!["scores"]!["test/free-energy-error"]!.GetValue<double>());
        Assert.False(JsonNode.Parse(lines[1])!.AsObject().ContainsKey("testError"));
    }

    [Fact]
    public void TheTableHasAColumnForItAsSoonAsAStoredRunHasIt()
    {
        var file = new StoredResultsFile(_folder.File("own.json"));
        file.Add(StoredResults.Empty(Run.Recipe), StoredRun.Of(Run, [Epoch()]));
        file.Add(StoredResults.Empty(Run.Recipe), StoredRun.Of(Run, [Epoch()]) with { Seed = 2, Scores = new Dictionary<string, double> { ["test/free-energy-error"] = 5.7 } });

        Assert.Equal(7.25, file.Read()!.Runs[0].History[0].Scores!["validation/free-energy-error"]);
        var table = ResultsTable.Of(_folder.Path).Split('\n');
        Assert.Equal("| recipe | scale | data | epochs | seeds | test error by goodness | by softmax | other test scores | reference | training |", table[0]);
        Assert.Contains("| 2 | - | - | free energy error 5.60 ± 0.14 |", table[2], StringComparison.Ordinal);
    }

    [Fact]
    public void ARunOfAClassifierHasNoOtherScores()
    {
        var result = TrainResult.Of(Samples.Starter());

        Assert.Equal((1.87, 1.93), (result.TestErrorGoodness, result.TestErrorSoftmax));
        Assert.DoesNotContain("scores", JsonSerializer.Serialize(result, ResultsJson.Options), StringComparison.Ordinal);
        Assert.Contains("  test error         1.87 % by goodness   1.93 % by softmax", TrainText.Of(result), StringComparison.Ordinal);
    }

    private static EpochSummary Epoch()
    {
        var reader = new EpochReader(Run.Recipe.Scores);
        Assert.Null(reader.Read(new MetricPoint(0, 100, 1, 10, new Dictionary<string, double> { ["validation/free-energy-error"] = 7.25, ["test/free-energy-error"] = 8 })));
        return reader.End()!;
    }
}
