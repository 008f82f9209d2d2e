using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.SlowMotion;

namespace ForwardForward.Web.Tests.Components;

public sealed class UnitChangeTests : ComponentTest<UnitChange>
{
    [Fact]
    public void WeightsThatAreAPictureAreShownBeforeAndAfter()
    {
        var change = Change(28);
        Assert.Equal(["before", "after"], change.FindAll("figcaption").Select(caption => caption.TextContent).Where(caption => !caption.StartsWith("change", StringComparison.Ordinal)));
        Assert.Matches("^change × [0-9,]+$", change.FindAll("figcaption")[1].TextContent);
        Assert.Matches("^Unit 8, .* changed by [0-9.]+", change.Find("p").TextContent);
    }

    [Fact]
    public void OthersAreSaidInWords() => Assert.Empty(Change(10).FindAll("canvas"));

    private IRenderedComponent<UnitChange> Change(int side) => Render<UnitChange>(parameters => parameters
        .Add(one => one.Layer, Samples.Story().Layers[0]).Add(one => one.Width, side).Add(one => one.Height, side));
}
