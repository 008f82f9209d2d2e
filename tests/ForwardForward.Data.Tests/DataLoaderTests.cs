namespace ForwardForward.Data.Tests;

public sealed class DataLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UnknownNamesAreRefusedWithThoseThatExist()
    {
        using var sets = new DataLoader(new DataPaths { Folder = _folder.Path });
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => sets.LoadImagesAsync("mnis", cancellation: Cancellation));
        Assert.StartsWith("There is no data set called 'mnis'. There is: handwriting, mnist, synthetic-digits.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutMnistSyntheticDigitsStandInAndSaySo()
    {
        using var sets = new DataLoader(new DataPaths { Folder = _folder.Path });
        var set = await sets.LoadImagesAsync("mnist", cancellation: Cancellation);
        Assert.True(set.Origin.IsSynthetic);
        Assert.Contains("could not be had", set.Origin.Note, StringComparison.Ordinal);
        Assert.Equal((50_000, 10_000, 10_000), (set.Train.Count, set.Validation.Count, set.Test.Count));
    }

    public void Dispose() => _folder.Dispose();
}
