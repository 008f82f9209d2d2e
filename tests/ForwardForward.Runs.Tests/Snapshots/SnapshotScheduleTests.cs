using ForwardForward.Runs.Snapshots;

namespace ForwardForward.Runs.Tests.Snapshots;

public sealed class SnapshotScheduleTests
{
    private static readonly long[] Due = [.. Enumerable.Range(0, 200_000).Select(step => (long)step).Where(SnapshotSchedule.IsDue)];

    public static TheoryData<int> Limits => [SnapshotSchedule.LeastKept, 7, 20, SnapshotSchedule.MaximumKept];

    [Fact]
    public void It_doubles_at_the_beginning_and_then_takes_ever_longer_strides() =>
        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1280, 1536, 1792, 2048, 2560], Due[..21]);

    [Fact]
    public void From_one_to_the_next_it_is_at_most_a_half_and_later_a_quarter()
    {
        for (var i = 8; i < Due.Length; i++)
        {
            Assert.InRange((double)Due[i] / Due[i - 1], 1.1, Due[i] > 1024 ? 1.25 : 1.5);
        }
    }

    [Fact]
    public void A_run_ten_times_as_long_takes_only_a_few_more()
    {
        Assert.Equal(Due.Length, SnapshotSchedule.Taken(199_999));
        Assert.InRange(SnapshotSchedule.Taken(1_000_000) - SnapshotSchedule.Taken(100_000), 12, 15);
        Assert.Equal(0, SnapshotSchedule.Taken(-1));
        Assert.False(SnapshotSchedule.IsDue(-4));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void The_first_and_the_newest_are_always_kept_and_never_too_many(int limit)
    {
        foreach (var step in Due)
        {
            var kept = SnapshotSchedule.Kept(step, limit);
            Assert.Equal((0, step), (kept[0], kept[^1]));
            Assert.Equal(Math.Min(limit, SnapshotSchedule.Taken(step)), kept.Count);
            Assert.Equal(kept.Order().Distinct(), kept);
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void What_has_made_room_never_comes_back(int limit)
    {
        IReadOnlyList<long> before = [];
        foreach (var step in Due)
        {
            var kept = SnapshotSchedule.Kept(step, limit);
            Assert.Empty(kept.Except([.. before, step]));
            Assert.Equal(kept, SnapshotSchedule.Kept(step, limit));
            before = kept;
        }
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(200_000)]
    [InlineData(5_000_000)]
    public void What_is_kept_lies_evenly_on_a_logarithmic_scale(long step)
    {
        var kept = SnapshotSchedule.Kept(step, SnapshotSchedule.MaximumKept);
        var gaps = kept.Zip(kept.Skip(1), (from, to) => (to + 1.0) / (from + 1.0)).ToArray();

        // Even spacing would be this; no gap after the beginning is twice as wide.
        var even = Math.Pow(step + 1.0, 1.0 / (kept.Count - 1));
        Assert.All(gaps[7..], gap => Assert.InRange(Math.Log(gap), 0, 2 * Math.Log(even)));
    }

    [Fact]
    public void Between_two_snapshots_the_same_are_kept() =>
        Assert.Equal(SnapshotSchedule.Kept(1024, 10), SnapshotSchedule.Kept(1279, 10));

    [Theory]
    [InlineData(1, SnapshotSchedule.MaximumKept)]
    [InlineData(1 << 20, 16)]
    [InlineData(1 << 30, SnapshotSchedule.LeastKept)]
    public void Large_snapshots_are_fewer(long bytes, int limit) => Assert.Equal(limit, SnapshotSchedule.Limit(bytes));
}
