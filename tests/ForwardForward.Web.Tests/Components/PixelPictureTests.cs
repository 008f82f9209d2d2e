using Bunit;
using ForwardForward.Web.Components.Pictures;
using ForwardForward.Web.ViewModels.SlowMotion;

namespace ForwardForward.Web.Tests.Components;

public sealed class PixelPictureTests : ComponentTest<PixelPicture>
{
    [Fact]
    public void APictureIsPaintedOnceAndAgainWhenItChanges()
    {
        var first = new SmallPicture([1, 2, 3, 4], 2, 2);
        var picture = Picture(first);
        Assert.Equal(("2", "A square"), (picture.Find("canvas").GetAttribute("width"), picture.Find("canvas").GetAttribute("aria-label")));
        picture.Render(parameters => parameters.Add(one => one.Picture, first));
        Assert.Single(Browser.Calls("paint"));

        picture.Render(parameters => parameters.Add(one => one.Picture, new SmallPicture([9], 1, 1)));
        Assert.Equal(new byte[] { 9 }, Browser.Calls("paint")[1][1]);
    }

    [Fact]
    public void EveryPixelIsAWholeNumberOfPixelsOfAPageAtItsUsualSize() =>
        Assert.Contains("width:8.75rem", Picture(new SmallPicture(new byte[784], 28, 28)).Find("canvas").GetAttribute("style"), StringComparison.Ordinal);

    [Fact]
    public void ABrowserThatIsGoneIsLeftAlone()
    {
        Browser.IsGone = true;
        Assert.NotNull(Picture(new SmallPicture([1], 1, 1)).Find("canvas"));
    }

    private IRenderedComponent<PixelPicture> Picture(SmallPicture picture) =>
        Render<PixelPicture>(parameters => parameters.Add(one => one.Picture, picture).Add(one => one.Label, "A square"));
}
