using ForwardForward.Runs.Readings;
using Microsoft.Extensions.Time.Testing;

namespace ForwardForward.Runs.Tests.Readings;

public sealed class SharedPicturesTests
{
    private static readonly TimeSpan Young = TimeSpan.FromMilliseconds(125);

    private readonly FakeTimeProvider _time = new();
    private readonly SharedPictures _pictures;
    private long _step;
    private int _readings;

    public SharedPicturesTests() => _pictures = new SharedPictures(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_while_a_picture_is_young_takes_it_over()
    {
        var first = await AskAsync(null);
        _step++;
        _time.Advance(Young / 2);
        Assert.Same(first, await AskAsync(null));
        _time.Advance(Young);
        Assert.Equal((1, 2), ((await AskAsync(null))!.Step, _readings));
        GC.KeepAlive(first);
    }

    [Fact]
    public async Task Who_has_seen_it_gets_a_new_one()
    {
        var first = await AskAsync(null);
        _step++;
        Assert.Equal(1, (await AskAsync(first!.Step))!.Step);
        GC.KeepAlive(first);
    }

    [Fact]
    public async Task Other_kinds_are_read_for_themselves()
    {
        var fields = await AskAsync(null, "fields");
        Assert.NotSame(fields, await AskAsync(null, "negatives"));
        GC.KeepAlive(fields);
    }

    [Fact]
    public async Task Who_asks_during_a_reading_waits_for_it_and_may_leave()
    {
        var gate = new TaskCompletionSource<NegativeExamples?>();
        var first = _pictures.GetAsync("kind", Young, null, _ => gate.Task, Token);
        using var leaving = new CancellationTokenSource();
        var second = _pictures.GetAsync<NegativeExamples>("kind", Young, null, _ => throw new InvalidOperationException("Read twice."), Token);
        var third = _pictures.GetAsync<NegativeExamples>("kind", Young, null, _ => throw new InvalidOperationException("Read twice."), leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        gate.SetResult(new NegativeExamples(1, 7, []));
        Assert.Same(await first, await second);
    }

    [Fact]
    public async Task A_reading_that_fails_fails_for_those_who_wait_and_no_longer()
    {
        await Assert.ThrowsAsync<IOException>(() => _pictures.GetAsync<NegativeExamples>("kind", Young, null, _ => throw new IOException("No."), Token));
        Assert.NotNull(await AskAsync(null, "kind"));
    }

    [Fact]
    public async Task Nothing_to_read_is_asked_for_again()
    {
        Assert.Null(await _pictures.GetAsync("kind", Young, null, _ => Task.FromResult<NegativeExamples?>(null), Token));
        Assert.NotNull(await AskAsync(null, "kind"));
    }

    private Task<NegativeExamples?> AskAsync(long? seen, string kind = "kind") => _pictures.GetAsync(
        kind, Young, seen, _ => Task.FromResult<NegativeExamples?>(new NegativeExamples(++_readings, _step, [])), Token);
}
