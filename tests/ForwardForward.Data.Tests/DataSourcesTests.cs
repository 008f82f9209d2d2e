namespace ForwardForward.Data.Tests;

public sealed class DataSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. DataSources.Images.Names];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SetsOfImagesAreFoundByThemselves() => Assert.Equal(["handwriting", "mnist", "synthetic-digits"], DataSources.Images.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatASourceDescribesIsWhatItLoads(string name)
    {
        var source = DataSources.Images.Get(name);
        var (described, loaded) = (source.Describe(), await source.LoadAsync(new DataPaths { Folder = _folder.Path, HandwritingCount = 50 }, null, Cancellation));

        Assert.Equal(0, described.Count);
        Assert.All([loaded.Train, loaded.Validation, loaded.Test], part => Assert.Equal(described.Shape, part.Shape));
        Assert.All([loaded.Train, loaded.Validation, loaded.Test], part => Assert.Equal(described.Classes, part.Classes));
    }

    [Fact]
    public void HandwritingIsLookedAtAsMnistWhichItIsTestedOn()
    {
        Assert.Equal("mnist", DataSources.Images.Get("handwriting").ForViewing.Name);
        Assert.Equal("synthetic-digits", DataSources.Images.Get("synthetic-digits").ForViewing.Name);
    }
}
