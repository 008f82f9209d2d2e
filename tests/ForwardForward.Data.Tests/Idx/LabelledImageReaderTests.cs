using ForwardForward.Data.Idx;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Frames;

namespace ForwardForward.Data.Tests.Idx;

public sealed class LabelledImageReaderTests
{
    [Fact]
    public void JoinsImagesAndLabels()
    {
        var images = Join(Images(2), [7, 3]);
        Assert.Equal(2, images.Count);
        Assert.Equal([7, 3], images.Labels.ToArray());
        Assert.Equal(Images(2).Values[6..], images.Image(1).ToArray());
    }

    [Fact]
    public void RefusesOtherSizes() => Assert.Equal(
        "images holds images 2 wide and 3 high; they must be 3 wide and 2 high.",
        Fault(() => LabelledImageReader.Join("images", Images(2), "labels", new IdxArray([2], [0, 1]), new ImageShape(3, 2), MnistFiles.Classes)));

    [Fact]
    public void RefusesDifferentCounts() => Assert.Equal(
        "images holds 2 images but labels holds 3 labels; there must be one label for each image.", Fault(() => Join(Images(2), [1, 2, 3])));

    [Fact]
    public void RefusesLabelsOutOfRange() => Assert.Equal(
        "labels has label 10 at position 1; labels must be 0 to 9.", Fault(() => Join(Images(3), [9, 10, 11])));

    [Fact]
    public void RefusesNoImages() => Assert.Contains("holds no images", Fault(() => Join(Images(0), [])));

    private static IdxArray Images(int count) => new([count, 3, 2], IdxBytes.Values(count * 6));

    private static ImageSet Join(IdxArray images, byte[] labels) =>
        LabelledImageReader.Join("images", images, "labels", new IdxArray([labels.Length], labels), new ImageShape(2, 3), MnistFiles.Classes);

    private static string Fault(Action action) => Assert.Throws<DataFormatException>(action).Message;
}
