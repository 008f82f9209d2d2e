using ForwardForward.Testing.Runs;
using ForwardForward.Web.ViewModels.Pictures;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class ExamplePartsTests
{
    private static readonly float[] Picture = new float[784];

    [Fact]
    public void KnownPartsComeInTheOrderInWhichTheyAreRead()
    {
        var pair = Samples.Examples(1, 1).Pairs[0] with
        {
            Parts = new Dictionary<string, float[]> { ["noise"] = Picture, ["digit B"] = Picture, ["mask"] = Picture, ["digit A"] = Picture, ["cut"] = new float[3] },
        };

        Assert.Equal(["digit A", "mask", "digit B", "noise"], ExampleParts.Of(pair).Select(part => part.Name));
    }

    [Fact]
    public void ASortedPairHasAllItsPartsInThatOrder()
    {
        var pair = Samples.Examples(1, 1).Pairs[0] with
        {
            Parts = new Dictionary<string, float[]> { ["noise"] = Picture, ["digit B"] = Picture, ["mask"] = Picture, ["digit A"] = Picture },
        };

        Assert.Equal(["digit A", "mask", "digit B", "noise"], ExampleParts.Sorted(pair).Parts.Keys);
    }
}
