using ForwardForward.Data.Images;
using ForwardForward.Frames;

namespace ForwardForward.Data.Tests.Images;

public sealed class ImageSetTests
{
    private static readonly ImageShape Shape = new(2, 1, 3);
    private static readonly string[] Classes = ["cat", "dog"];

    [Fact]
    public void ImagesLieOneAfterTheOtherWithAllTheirChannels()
    {
        var images = new ImageSet(Shape, Classes, [.. Enumerable.Range(0, 12).Select(value => (byte)value)], [1, 0]);

        Assert.Equal(2, images.Count);
        Assert.Equal([1, 0], images.Labels.ToArray());
        Assert.Equal([6, 7, 8, 9, 10, 11], images.Image(1).ToArray());
        Assert.Equal([6, 7, 8, 9, 10, 11], images.Slice(1, 1).Image(0).ToArray());
        Assert.Equal([0], images.Slice(1, 1).Labels.ToArray());
        Assert.Equal(Classes, images.Slice(1, 1).Classes);
    }

    [Fact]
    public void ItMayDescribeImagesWithoutHavingAny()
    {
        var described = ImageSet.Described(Shape, Classes);

        Assert.Equal((0, Shape), (described.Count, described.Shape));
        Assert.Equal(Classes, described.Classes);
        Assert.Equal(0, described.Slice(0, 0).Count);
        Assert.Equal((3, Shape, (byte)0), (described.Blank(3).Count, described.Blank(3).Shape, described.Blank(3).Image(2)[5]));
    }

    [Fact]
    public void ClassesOfTheCallerMayChangeLater()
    {
        string[] classes = ["cat", "dog"];
        var described = ImageSet.Described(Shape, classes);
        classes[0] = "cow";

        Assert.Equal("cat", described.Classes[0]);
    }

    [Fact]
    public void LengthsThatDoNotFitAreRefused() => Assert.StartsWith(
        "2 images of 2 x 1 x 3 need 12 bytes; got 11.", Refusal(() => new ImageSet(Shape, Classes, new byte[11], new byte[2])), StringComparison.Ordinal);

    [Fact]
    public void LabelsWithoutAClassAreRefused() => Assert.StartsWith(
        "Labels must be 0 to 1, one for each class; image 1 has a 2.",
        Refusal(() => new ImageSet(Shape, Classes, new byte[12], [1, 2])),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void EmptyShapesAreRefused(int width, int height, int channels) => Assert.StartsWith(
        $"An image has at least one pixel and one channel; got {width} x {height} x {channels}.",
        Refusal(() => ImageSet.Described(new ImageShape(width, height, channels), Classes)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void NumbersOfClassesThatLabelsCannotTellApartAreRefused(int count) => Assert.StartsWith(
        $"Images have 1 to 256 classes; got {count}.",
        Refusal(() => ImageSet.Described(Shape, [.. Enumerable.Range(0, count).Select(label => label.ToString(System.Globalization.CultureInfo.InvariantCulture))])),
        StringComparison.Ordinal);

    private static string Refusal(Func<ImageSet> make) => Assert.Throws<ArgumentException>(make).Message;
}
