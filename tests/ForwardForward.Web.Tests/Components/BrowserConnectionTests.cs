using ForwardForward.Web.Components.Live;

namespace ForwardForward.Web.Tests.Components;

public sealed class BrowserConnectionTests : IDisposable
{
    private readonly BrowserConnection _connection = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task AtFirstItIsUp()
    {
        await _connection.OnConnectionUpAsync(null!, Token);

        Assert.False(_connection.Cut.IsCancellationRequested);
        Assert.True(_connection.IsUpAsync(Token).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task ACutIsToldUntilAnotherConnectionIsThere()
    {
        var first = _connection.Cut;
        await _connection.OnConnectionDownAsync(null!, Token);
        var up = _connection.IsUpAsync(Token);
        Assert.True(first.IsCancellationRequested);
        Assert.True(_connection.Cut.IsCancellationRequested);
        Assert.False(up.IsCompleted);

        await _connection.OnConnectionUpAsync(null!, Token);
        await up;
        Assert.True(first.IsCancellationRequested);
        Assert.False(_connection.Cut.IsCancellationRequested);
    }

    [Fact]
    public async Task TwoCutsInARowAreOne()
    {
        await _connection.OnConnectionDownAsync(null!, Token);
        var up = _connection.IsUpAsync(Token);
        await _connection.OnConnectionDownAsync(null!, Token);
        await _connection.OnConnectionUpAsync(null!, Token);

        await up;
        Assert.False(_connection.Cut.IsCancellationRequested);
    }

    [Fact]
    public async Task WhoeverLeavesWaitsNoLonger()
    {
        await _connection.OnConnectionDownAsync(null!, Token);
        using var left = new CancellationTokenSource();
        var up = _connection.IsUpAsync(left.Token);
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => up);
    }
}
