using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;
using ForwardForward.Web.ViewModels.Drawing;
using ForwardForward.Web.ViewModels.Pictures;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class ViewModelTests
{
    [Fact]
    public void ACurveStaysBoundedAndKeepsItsFirstPoint()
    {
        var curve = new Curve(16);
        for (var i = 0; i < 10_000; i++)
        {
            curve.Add(i, 2);
        }

        Assert.InRange(curve.Count, 5, 16);
        Assert.Equal(new Bucket(0, 2, 2, 2, 1), curve[0]);
        Assert.Equal(10_000, Enumerable.Range(0, curve.Count).Sum(i => curve[i].Points));
    }

    [Fact]
    public void AChartIsSentEachPointOnce()
    {
        var history = new MetricHistory();
        var reader = new CurveReader([new CurveLine("loss", 0.5)]);
        history.Add(new MetricPoint(0, 1, 0.1, 1, new Dictionary<string, double> { ["loss"] = 4 }));
        var bytes = history.Take(reader)!;

        Assert.Equal(8 + CurveReader.BytesPerPoint, bytes.Length);
        Assert.Equal([0.1f, 1, 1, 2, 2, 2], Enumerable.Range(0, 6).Select(field => BitConverter.ToSingle(bytes, 8 + (4 * field))));
        Assert.Null(history.Take(reader));
    }

    [Fact]
    public void MergedPointsKeepTheirExtremesAndTheirPlaceOnEveryAxis()
    {
        var merged = new Bucket(1, 4, 3, 5, 1, 100, 10).With(new Bucket(2, 7, 1, 9, 3, 300, 30));
        Assert.Equal(new Bucket(1.75, 6.25, 1, 9, 4, 250, 25), merged);
    }

    [Theory]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0 })]
    public void ACutDrawingIsRefused(byte[] bytes) => Assert.Throws<FormatException>(() => StrokeCodec.Decode(bytes));

    [Fact]
    public void AStrokeIsReadInUnitsOfThePad()
    {
        var point = Assert.Single(Assert.Single(StrokeCodec.Decode([1, 0, 255, 255, 0, 0])));
        Assert.Equal((StrokeCodec.Span, 0f), (point.X, point.Y));
    }

    [Theory]
    [InlineData("fields", "2", "runs/abc?tab=fields&layer=2")]
    [InlineData("nonsense", "-1", "runs/abc")]
    [InlineData("1", "99999999999", "runs/abc")]
    public void ALinkIsCheckedAndWrittenAgain(string tab, string layer, string link) =>
        Assert.Equal(link, LabView.Parse("abc", tab, layer).Link());

    [Fact]
    public void LabelPixelsDoNotSetTheScaleOfFields()
    {
        var fields = new float[784];
        (fields[0], fields[400]) = (100, 0.5f);
        var frame = FieldFrame.From(new ReceptiveFields(1, 1, 0, 28, 28, 10, 0, fields), FieldScale.Shared);
        Assert.Equal((0.5f, (byte)127, (byte)127), (frame.Limit, frame.Pixels[0], frame.Pixels[400]));
    }

    [Fact]
    public void ProgressTellsWhereARunIsAndHowLongItTakes()
    {
        var progress = RunProgress.Of(Samples.Run());
        Assert.Equal(("epoch 2 of 5", "about 21 s left"), (progress.Where, progress.Remaining));
    }
}
