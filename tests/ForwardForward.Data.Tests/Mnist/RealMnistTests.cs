

namespace ForwardForward.Data.Tests.Mnist;

public sealed class RealMnistTests
{
    [Fact]
    public async Task TheRealFilesAreReadAndSplit()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(DataPaths.FolderVariable) is { Length: > 0 }, "FORWARDFORWARD_DATASETS is not set.");
        using var folder = new TemporaryFolder();
        using var sets = new DataLoader(DataPaths.FromEnvironment(folder.Path));

        var mnist = await sets.LoadImagesAsync("mnist", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(new DataOrigin("MNIST", false), mnist.Origin);
        Assert.Equal((50_000, 10_000, 10_000), (mnist.Train.Count, mnist.Validation.Count, mnist.Test.Count));
        Assert.Equal([5, 0, 4, 1, 9], mnist.Train.Labels[..5].ToArray());
        Assert.Equal([7, 2, 1, 0, 4], mnist.Test.Labels[..5].ToArray());
        Assert.Equal(8, mnist.Validation.Labels[^1]);
        Assert.Same(mnist, await sets.LoadImagesAsync("mnist", cancellation: TestContext.Current.CancellationToken));
    }
}
