using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class LabViewMomentTests
{
    [Theory]
    [InlineData("512", null, "runs/abc?at=512")]
    [InlineData("0", "live", "runs/abc?at=0&with=live")]
    [InlineData(null, "7", "runs/abc?with=7")]
    [InlineData("-1", "Live", "runs/abc")]
    [InlineData("1e3", "+4", "runs/abc")]
    [InlineData("9223372036854775807", "9223372036854775807", "runs/abc")]
    [InlineData("99999999999999999999", "", "runs/abc")]
    public void TheLinkCarriesTheMomentAndNothingElse(string? at, string? with, string link) =>
        Assert.Equal(link, LabView.Parse("abc", null, null, at, with).Link());

    [Fact]
    public void ACurveIsReadUpToTheMoment()
    {
        var history = new MetricHistory();
        for (var i = 0; i < 3; i++)
        {
            history.Add(new MetricPoint(i, i, i, i, new Dictionary<string, double> { ["loss"] = 10 - i }));
        }

        Assert.Equal([null, 10, 9, 8], new double?[] { history.At("loss", -0.5), history.At("loss", 0), history.At("loss", 1.9), history.At("loss", 2) });
        Assert.Null(history.At("nothing", 1));
    }
}
