using System.Security.Cryptography;
using ForwardForward.Data.Downloads;
using ForwardForward.Data.Tests.Idx;

namespace ForwardForward.Data.Tests.Downloads;

public sealed class FileDownloadTests : IDisposable
{
    private const string Name = "small.gz";
    private static readonly byte[] Content = IdxBytes.Values(5000);
    private static readonly byte[] Packed = IdxBytes.Gzip(Content);
    private static readonly PackedFile File = new(Name, Content.Length, Convert.ToHexStringLower(SHA256.HashData(Content)));

    // A busy machine must not look like a silent mirror.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
    private string Whole => Path.Combine(_folder.Path, Name);
    private string Part => Whole + ".part";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FileArrivesWhole()
    {
        await using var mirror = LoopbackMirror.Of(Packed);
        await DownloadAsync(mirror.Address);
        AssertWhole();
        Assert.Equal([new MirrorRequest(Name, null)], mirror.Requests);
    }

    [Fact]
    public async Task BrokenConnectionIsTakenUpWhereItBroke()
    {
        var half = Packed.Length / 2;
        await using var mirror = new LoopbackMirror((request, stream, cancellation) =>
            LoopbackMirror.SendAsync(stream, Packed, request.From ?? 0, request.From is null ? half : Packed.Length, cancellation));
        await DownloadAsync(mirror.Address);
        AssertWhole();
        Assert.Equal([null, half], mirror.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task PartThatNoRangeGoesOnFromIsStartedOver()
    {
        _folder.Write(Name + ".part", Packed[..7]);
        await using var mirror = new LoopbackMirror(async (request, stream, cancellation) =>
        {
            var range = request.From is null ? "" : $"Content-Range: bytes 3-{Packed.Length - 1}/{Packed.Length}\r\n";
            await stream.WriteAsync(LoopbackMirror.Head(request.From is null ? "200 OK" : "206 Partial Content", Packed.Length, range), cancellation);
            await stream.WriteAsync(Packed, cancellation);
        });
        await DownloadAsync(mirror.Address);
        AssertWhole();
        Assert.Equal([7, null], mirror.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task MirrorWithoutRangesSendsAllAnew()
    {
        _folder.Write(Name + ".part", Packed[..7]);
        await using var mirror = new LoopbackMirror((_, stream, cancellation) => LoopbackMirror.SendAsync(stream, Packed, 0, Packed.Length, cancellation));
        await DownloadAsync(mirror.Address);
        AssertWhole();
        Assert.Single(mirror.Requests);
    }

    [Fact]
    public async Task PartWithOtherContentIsFetchedAnewFromTheSameMirror()
    {
        _folder.Write(Name + ".part", new byte[7]);
        await using var mirror = LoopbackMirror.Of(Packed);
        await DownloadAsync(mirror.Address);
        AssertWhole();
        Assert.Equal([7, null], mirror.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task SecondMirrorStandsInForABrokenOne()
    {
        await using var broken = LoopbackMirror.Refusing("503 Service Unavailable");
        await using var good = LoopbackMirror.Of(Packed);
        await DownloadAsync(broken.Address, good.Address);
        AssertWhole();
        Assert.Single(broken.Requests);
    }

    [Fact]
    public async Task WrongChecksumNeverBecomesTheFile()
    {
        await using var mirror = LoopbackMirror.Of(IdxBytes.Gzip(new byte[Content.Length]));
        var fault = await Assert.ThrowsAsync<DownloadException>(() => DownloadAsync(mirror.Address));
        Assert.Contains($"{mirror.Address} has a wrong file, which has the wrong SHA-256", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task TooLargeAFileIsRefusedBeforeItIsFetched()
    {
        await using var mirror = LoopbackMirror.Of(new byte[File.MaximumBytes + 1]);
        var fault = await Assert.ThrowsAsync<DownloadException>(() => DownloadAsync(mirror.Address));
        Assert.Contains($"offers {File.MaximumBytes + 1} bytes", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task EveryMirrorThatFailedIsNamed()
    {
        await using var refusing = LoopbackMirror.Refusing("404 Not Found");
        var gone = LoopbackMirror.Of(Packed);
        await gone.DisposeAsync();
        var fault = await Assert.ThrowsAsync<DownloadException>(() => DownloadAsync(refusing.Address, gone.Address));
        Assert.StartsWith($"{Name} could not be downloaded: {refusing.Address} answered 404; {gone.Address} could not be asked (", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MirrorThatNeverAnswersIsGivenUp()
    {
        await using var mirror = new LoopbackMirror((_, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        var fault = await Assert.ThrowsAsync<DownloadException>(
            () => DownloadAsync(new DownloadOptions { Mirrors = [mirror.Address], AnswerTimeout = TimeSpan.FromMilliseconds(100) }));
        Assert.Contains($"{mirror.Address} did not answer within 0.1 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MirrorThatFallsSilentIsGivenUp()
    {
        await using var mirror = new LoopbackMirror(async (_, stream, cancellation) =>
        {
            await LoopbackMirror.SendAsync(stream, Packed, 0, 0, cancellation);
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        var options = new DownloadOptions { Mirrors = [mirror.Address], AnswerTimeout = TimeSpan.FromMinutes(1), IdleTimeout = TimeSpan.FromMilliseconds(100) };
        var fault = await Assert.ThrowsAsync<DownloadException>(() => DownloadAsync(options));
        Assert.Contains($"{mirror.Address} sent nothing for 0.1 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelLeavesThePartAndNoFile()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var mirror = new LoopbackMirror(async (_, stream, cancellation) =>
        {
            await LoopbackMirror.SendAsync(stream, Packed, 0, Packed.Length / 2, cancellation);
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        var progress = new OnProgress(share =>
        {
            if (share > 0)
            {
                cancel.Cancel();
            }
        });
        using var client = new HttpClient();
        var download = new FileDownload(client, new DownloadOptions { Mirrors = [mirror.Address], AnswerTimeout = Patience, IdleTimeout = Patience });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download.RunAsync(File, _folder.Path, progress, cancel.Token));
        Assert.True(new FileInfo(Part).Length > 0);
        Assert.False(System.IO.File.Exists(Whole));
    }

    private Task DownloadAsync(params Uri[] mirrors) => DownloadAsync(new DownloadOptions { Mirrors = mirrors, AnswerTimeout = Patience, IdleTimeout = Patience });

    private async Task DownloadAsync(DownloadOptions options)
    {
        using var client = new HttpClient();
        await new FileDownload(client, options).RunAsync(File, _folder.Path, null, Cancellation);
    }

    private void AssertWhole()
    {
        Assert.Equal(Packed, System.IO.File.ReadAllBytes(Whole));
        Assert.False(System.IO.File.Exists(Part));
    }
}
