using ForwardForward.Data;

namespace ForwardForward.Imaging.Tests.Digits;

/// <summary>MNIST's own pictures, saved and prepared again, must come back.</summary>
public sealed class MnistAgainTests
{
    [Fact]
    public async Task TestPicturesComeBackUnchangedAtTheirSizeAndNearlyWhenEnlarged()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(DataPaths.FolderVariable) is { Length: > 0 }, "FORWARDFORWARD_DATASETS is not set.");
        using var sets = new DataLoader(DataPaths.FromEnvironment(Path.GetTempPath()));
        var test = (await sets.LoadImagesAsync("mnist", cancellation: TestContext.Current.CancellationToken)).Test;

        var small = Enumerable.Range(0, 500).Select(i => Likeness(test.Image(i), 1)).Order().ToArray();
        var large = Enumerable.Range(0, 50).Select(i => Likeness(test.Image(i), 4)).Order().ToArray();

        Assert.True(small[5] > 0.999, $"at 28 x 28 the sixth worst of 500 has likeness {small[5]:f4}");
        Assert.True(large[12] > 0.99, $"at 112 x 112 the 13th worst of 50 has likeness {large[20]:f4}");
        Assert.True(large[0] > 0.6, $"at 112 x 112 the worst of 50 has likeness {large[0]:f4}");
    }

    private static double Likeness(ReadOnlySpan<byte> image, int zoom)
    {
        var ink = new float[image.Length];
        for (var i = 0; i < ink.Length; i++)
        {
            ink[i] = image[i] / 255f;
        }

        return Drawing.Likeness(image, DigitPreparation.FromPicture(Pictures.GreyMosaicPng([ink], 28, 28, 1, zoom))!);
    }
}
