using ForwardForward.Cli.Training;
using ForwardForward.Learning.Models;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Tests.Training;

public sealed class EpochReaderTests
{
    private readonly EpochReader _reader = new(Measures.OfClassifier(byGoodness: true));
    private long _sequence;

    [Fact]
    public void EpochIsCompleteWhenAReadingFromBeyondItArrives()
    {
        Assert.Null(Read(0, "head/loss", 2.0));
        Assert.Null(Read(0.5, "head/loss", 1.0));
        Assert.Null(Read(1, "head/loss", 0.6));
        Assert.Null(Read(1, "validation/goodness-error", 3.5));

        var epoch = Read(1.25, "head/loss", 0.4);

        Assert.NotNull(epoch);
        Assert.Equal(1, epoch.Epoch);
        Assert.Equal(100, epoch.Step);
        Assert.Equal(3.5, epoch.ValidationErrorGoodness);
        Assert.Null(epoch.ValidationErrorSoftmax);
        Assert.Equal(1.2, epoch.Values["head/loss"], 1e-9);
    }

    [Fact]
    public void LastEpochIsCompleteWhenTheRunEnds()
    {
        Read(1, "head/loss", 1);
        Assert.Equal(1, Read(1.5, "head/loss", 0.5)!.Epoch);
        Assert.Null(Read(2, "validation/softmax-error", 4));

        var last = _reader.End();

        Assert.Equal(2, last!.Epoch);
        Assert.Equal(4, last.ValidationErrorSoftmax);
        Assert.Equal(0.5, last.Values["head/loss"]);
    }

    [Fact]
    public void HalfAnEpochIsNone()
    {
        Read(0, "head/loss", 1);
        Assert.Null(_reader.End());
        Read(0.5, "head/loss", 1);
        Assert.Null(_reader.End());
    }

    [Fact]
    public void ErrorsOfOneEpochAreNotThoseOfTheNext()
    {
        Read(1, "validation/softmax-error", 4);
        Read(1.5, "head/loss", 1);
        Read(2, "head/loss", 1);
        Assert.Null(_reader.End()!.ValidationErrorSoftmax);
    }

    private EpochSummary? Read(double epoch, string name, double value) =>
        _reader.Read(new MetricPoint(_sequence++, (long)(epoch * 100), epoch, epoch * 10, new Dictionary<string, double> { [name] = value }));
}
