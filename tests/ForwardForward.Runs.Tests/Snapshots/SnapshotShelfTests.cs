using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Snapshots;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Snapshots;

public sealed class SnapshotShelfTests : IDisposable
{
    private const string Id = "abc";
    private readonly TestFolder _folder = new();
    private readonly FillingDisk _disk = new();

    private string Files => Path.Combine(_folder.Path, Id, "snapshots");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_so_many_files_stay_however_long_the_run()
    {
        var shelf = Shelf();
        for (var step = 0L; step < 2_000_000; step++)
        {
            if (SnapshotSchedule.IsDue(step))
            {
                shelf.Keep(Id, Moment(step));
            }
        }

        var kept = shelf.List(Id);
        Assert.Equal(SnapshotSchedule.Kept(1_999_999, SnapshotSchedule.MaximumKept), kept.Steps);
        Assert.Equal(SnapshotSchedule.MaximumKept, Directory.GetFiles(Files).Length);
        Assert.Equal(SnapshotSchedule.Taken(1_999_999), kept.Taken);
        Assert.Equivalent(kept, Shelf().List(Id), strict: true);
    }

    [Fact]
    public void One_out_of_turn_stays_until_the_next_that_is_due()
    {
        var shelf = Shelf();
        foreach (var step in new long[] { 0, 16, 17 })
        {
            shelf.Keep(Id, Moment(step));
        }

        Assert.Equal([0, 16, 17], shelf.List(Id).Steps);
        shelf.Keep(Id, Moment(32));
        Assert.Equal([0, 16, 32], shelf.List(Id).Steps);
    }

    [Fact]
    public void The_nearest_is_found_the_earlier_of_two()
    {
        var shelf = Kept(0, 8, 16);
        Assert.Equal([0, 8, 8, 8, 16, 16], new long[] { 3, 5, 8, 12, 13, 99 }.Select(step => shelf.Find(Id, step)!.Step));
        Assert.Null(shelf.Find("another", 3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100)]
    public void A_broken_file_is_put_aside_and_its_neighbour_taken(int length)
    {
        Kept(0, 8, 16);
        var path = Path.Combine(Files, "step-000000000008.snapshot");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);

        var shelf = Shelf();
        Assert.Equal(16, shelf.Find(Id, 9)!.Step);
        Assert.Equal([0, 16], shelf.List(Id).Steps);
        Assert.True(File.Exists(path + ".broken"));
        Assert.Equal([0, 16], Shelf().List(Id).Steps);
    }

    [Fact]
    public void A_file_of_another_step_is_not_believed()
    {
        Kept(0, 8);
        File.Move(Path.Combine(Files, "step-000000000008.snapshot"), Path.Combine(Files, "step-000000000009.snapshot"));
        Assert.Equal(0, Shelf().Find(Id, 9)!.Step);
    }

    [Fact]
    public void What_a_kill_left_half_written_is_none_and_is_swept_away()
    {
        Kept(0, 8);
        var half = Path.Combine(Files, "step-000000000012.snapshot.partial");
        File.WriteAllText(half, "FFSNAP01");
        Assert.Equal([0, 8], Shelf().List(Id).Steps);
        Assert.False(File.Exists(half));
    }

    [Fact]
    public void A_full_disk_leaves_what_there_was()
    {
        var shelf = Kept(0, 8);
        _disk.IsFull = true;
        Assert.Throws<IOException>(() => shelf.Keep(Id, Moment(16)));
        Assert.Equal([0, 8], shelf.List(Id).Steps);
        Assert.Equal(2, Directory.GetFiles(Files).Length);
        _disk.IsFull = false;
        shelf.Keep(Id, Moment(16));
        Assert.Equal([0, 8, 16], shelf.List(Id).Steps);
    }

    [Fact]
    public void What_came_after_a_step_can_be_dropped()
    {
        var shelf = Kept(0, 8, 16, 32);
        Assert.Equal(16, shelf.Find(Id, 16)!.Step);
        shelf.Truncate(Id, 8);
        Assert.Equal(8, shelf.Find(Id, 16)!.Step);
        Assert.Equal([0, 8], Shelf().List(Id).Steps);
    }

    [Fact]
    public void A_fork_has_those_up_to_where_it_begins()
    {
        Kept(0, 8, 16).Copy(Id, "fork", 10);
        Assert.Equal([0, 8], Shelf().List("fork").Steps);
        Assert.Equivalent(Shelf().Find(Id, 8), Shelf().Find("fork", 8), strict: true);
    }

    [Fact]
    public void A_moment_that_was_made_anew_is_the_one_that_is_shown()
    {
        var shelf = Kept(0, 8);
        _ = shelf.Find(Id, 8);
        shelf.Keep(Id, Moment(8) with { Seconds = 77 });
        Assert.Equal(77, shelf.Find(Id, 8)!.Seconds);
    }

    private static Moment Moment(long step) => Samples.Moment(step, Samples.Run()) with { Fields = [Samples.Fields(1, step, count: 1)], Layers = [null] };

    private SnapshotShelf Shelf() => new(_folder.Path, _disk);

    private SnapshotShelf Kept(params long[] steps)
    {
        var shelf = Shelf();
        Array.ForEach(steps, step => shelf.Keep(Id, Moment(step)));
        return shelf;
    }
}
