using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.TestDigits;

public sealed class TestDigitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digit_comes_with_its_true_label_and_its_place()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        var digit = await runs.Service.TestDigits.GetAsync(id, 13, Token);
        Assert.Equal((13, 30, 3, "fake digits", true), (digit.Index, digit.Count, digit.Label, digit.DataName, digit.IsSynthetic));
        Assert.Equal(784, digit.Pixels.Length);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(30)]
    public async Task An_index_that_does_not_exist_is_refused(int index)
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        var refusal = await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.TestDigits.GetAsync(id, index, Token));
        Assert.Equal($"Run '{id}' has test digits 0 to 29; asked for {index}.", refusal.Message);
    }

    [Fact]
    public async Task A_digit_drawn_by_lot_has_the_label_that_was_asked_for()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        for (var label = 0; label < 10; label++)
        {
            Assert.Equal(label, (await runs.Service.TestDigits.DrawAsync(id, label, Token)).Label);
        }

        var drawn = new HashSet<int>();
        while (drawn.Count < 30)
        {
            drawn.Add((await runs.Service.TestDigits.DrawAsync(id, null, Token)).Index);
        }

        Assert.Equal(Enumerable.Range(0, 30), drawn.Order());
    }

    [Fact]
    public async Task A_label_that_nothing_has_is_refused()
    {
        await using var runs = await TestRuns.OpenAsync(new FakeTraining { ImagesToCount = 5 });
        var id = (await runs.StartAsync(paused: true)).Id;
        var none = await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.TestDigits.DrawAsync(id, 7, Token));
        Assert.Equal($"None of the 5 test digits of run '{id}' is a 7.", none.Message);
        await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.TestDigits.DrawAsync(id, 10, Token));
        await Assert.ThrowsAsync<RunNotFoundException>(() => runs.Service.TestDigits.GetAsync("nosuchrun123", 0, Token));
    }
}
