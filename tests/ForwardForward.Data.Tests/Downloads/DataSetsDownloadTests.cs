using System.Security.Cryptography;
using ForwardForward.Data.Downloads;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Tests.Idx;

namespace ForwardForward.Data.Tests.Downloads;

public sealed class DataSetsDownloadTests : IDisposable
{
    private static readonly byte[] Images = IdxBytes.File([3, 28, 28], IdxBytes.Values(3 * 28 * 28));
    private static readonly byte[] Labels = IdxBytes.File([3], [1, 2, 3]);
    private static readonly MnistFiles Files = new(Describe("train-images", 3, Images), Describe("train-labels", 1, Labels),
        Describe("test-images", 3, Images), Describe("test-labels", 1, Labels), ValidationImages: 1);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task MissingFilesAreDownloadedOnce()
    {
        await using var mirror = GoodMirror();
        for (var start = 1; start <= 2; start++)
        {
            using var sets = new DataLoader(Options(new DownloadOptions { Mirrors = [mirror.Address], AnswerTimeout = TimeSpan.FromMinutes(1) }));
            var set = await sets.LoadImagesAsync("mnist", cancellation: Cancellation);
            Assert.Equal(("MNIST", false), (set.Origin.Name, set.Origin.IsSynthetic));
            Assert.Equal((2, 1, 3), (set.Train.Count, set.Validation.Count, set.Test.Count));
        }

        Assert.Equal(Files.All.Select(file => file.GzipName), mirror.Requests.Select(request => request.Name));
    }

    [Fact]
    public async Task FailedDownloadIsRememberedSoThatTheNextStartDoesNotWait()
    {
        await using var mirror = LoopbackMirror.Refusing("404 Not Found");
        using var sets = new DataLoader(Options(new DownloadOptions { Mirrors = [mirror.Address], AnswerTimeout = TimeSpan.FromMinutes(1), RetryAfter = TimeSpan.MaxValue }));
        var set = await sets.LoadImagesAsync("mnist", cancellation: Cancellation);
        Assert.True(set.Origin.IsSynthetic);
        Assert.Contains($"{mirror.Address} answered 404", set.Origin.Note, StringComparison.Ordinal);
        Assert.Same(set, await sets.LoadImagesAsync("mnist", cancellation: Cancellation));
        Assert.Single(mirror.Requests);
    }

    [Fact]
    public async Task StandInMakesWayWhenAMirrorIsBack()
    {
        var isBack = false;
        await using var mirror = new LoopbackMirror((request, stream, cancellation) => Volatile.Read(ref isBack)
            ? SendAsync(request, stream, cancellation)
            : stream.WriteAsync(LoopbackMirror.Head("503 Service Unavailable", 0, ""), cancellation).AsTask());
        using var sets = new DataLoader(Options(new DownloadOptions { Mirrors = [mirror.Address], AnswerTimeout = TimeSpan.FromMinutes(1), RetryAfter = TimeSpan.Zero }));
        Assert.True((await sets.LoadImagesAsync("mnist", cancellation: Cancellation)).Origin.IsSynthetic);
        Volatile.Write(ref isBack, true);
        Assert.False((await sets.LoadImagesAsync("mnist", cancellation: Cancellation)).Origin.IsSynthetic);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BrokenFileThatWeDownloadedIsReplacedByAWholeOneOnly(bool mirrorWorks)
    {
        await using var good = GoodMirror();
        using (var sets = new DataLoader(Options(new DownloadOptions { Mirrors = [good.Address], AnswerTimeout = TimeSpan.FromMinutes(1) })))
        {
            await sets.LoadImagesAsync("mnist", cancellation: Cancellation);
        }

        var path = Path.Combine(_folder.Path, "mnist", Files.TestImages.GzipName);
        var broken = IdxBytes.Gzip([1, 2, 3]);
        await File.WriteAllBytesAsync(path, broken, Cancellation);
        await using var bad = LoopbackMirror.Refusing("404 Not Found");
        using var again = new DataLoader(Options(new DownloadOptions { Mirrors = [mirrorWorks ? good.Address : bad.Address], AnswerTimeout = TimeSpan.FromMinutes(1) }));
        if (mirrorWorks)
        {
            Assert.False((await again.LoadImagesAsync("mnist", cancellation: Cancellation)).Origin.IsSynthetic);
            Assert.Equal(IdxBytes.Gzip(Images), await File.ReadAllBytesAsync(path, Cancellation));
        }
        else
        {
            var fault = await Assert.ThrowsAsync<DataFormatException>(() => again.LoadImagesAsync("mnist", cancellation: Cancellation));
            Assert.Contains(path, fault.Message, StringComparison.Ordinal);
            Assert.Equal(broken, await File.ReadAllBytesAsync(path, Cancellation));
        }
    }

    [Fact]
    public async Task BrokenFileOfAnotherFolderIsNeverTouched()
    {
        await using var good = GoodMirror();
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "shared", "mnist")).FullName;
        var path = Path.Combine(folder, Files.TestImages.GzipName);
        await File.WriteAllBytesAsync(path, [1, 2, 3], Cancellation);
        var options = Options(new DownloadOptions { Mirrors = [good.Address], AnswerTimeout = TimeSpan.FromMinutes(1) }) with { ReadOnlyFolder = Path.Combine(_folder.Path, "shared") };
        using var sets = new DataLoader(options);

        await Assert.ThrowsAsync<DataFormatException>(() => sets.LoadImagesAsync("mnist", cancellation: Cancellation));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Fact]
    public void TestsDoNotReachForTheNetwork() => Assert.Null(DataPaths.FromEnvironment(_folder.Path).Download);

    private static LoopbackMirror GoodMirror() => new(SendAsync);

    private static Task SendAsync(MirrorRequest request, Stream stream, CancellationToken cancellation)
    {
        var packed = IdxBytes.Gzip(request.Name.Contains("images", StringComparison.Ordinal) ? Images : Labels);
        return LoopbackMirror.SendAsync(stream, packed, request.From ?? 0, packed.Length, cancellation);
    }

    private static MnistFile Describe(string name, int dimensions, byte[] content) =>
        new(name, dimensions, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));

    private DataPaths Options(DownloadOptions download) => new() { Folder = _folder.Path, MnistFiles = Files, Download = download };
}
