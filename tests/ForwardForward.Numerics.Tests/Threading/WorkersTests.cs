using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Tests.Threading;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Every_piece_runs_once(int threads)
    {
        using var workers = new Workers(threads, lowPriority: threads == 3);
        for (var round = 0; round < 300; round++)
        {
            var visits = new int[round % 20];
            workers.Run(new Visit(visits), visits.Length);
            Assert.All(visits, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_exception_reaches_the_caller_and_the_team_goes_on(int threads)
    {
        using var workers = new Workers(threads);
        for (var round = 0; round < 20; round++)
        {
            Assert.Throws<InvalidOperationException>(() => workers.Run(new Fail(7), 16));
            var visits = new int[9];
            workers.Run(new Visit(visits), visits.Length);
            Assert.All(visits, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void A_piece_may_start_a_loop_of_its_own()
    {
        using var workers = new Workers(3);
        var visits = new int[50];
        workers.Run(new Nested(workers, visits), 5);
        Assert.All(visits, count => Assert.Equal(1, count));
    }

    [Fact]
    public void Two_callers_may_share_a_team()
    {
        using var workers = new Workers(2);
        var first = new int[1000];
        var second = new int[1000];
        var other = new Thread(() => workers.Run(new Visit(second), second.Length));
        other.Start();
        workers.Run(new Visit(first), first.Length);
        other.Join();
        Assert.All(first, count => Assert.Equal(1, count));
        Assert.All(second, count => Assert.Equal(1, count));
    }

    [Fact]
    public void A_loop_allocates_nothing()
    {
        using var workers = new Workers(2);
        var visits = new int[8];
        workers.Run(new Visit(visits), visits.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            workers.Run(new Visit(visits), visits.Length);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_team_has_at_least_one_thread() => Assert.Throws<ArgumentOutOfRangeException>(() => new Workers(0));

    private readonly struct Visit(int[] visits) : IPieceJob
    {
        public void Run(int piece) => Interlocked.Increment(ref visits[piece]);
    }

    private readonly struct Fail(int at) : IPieceJob
    {
        public void Run(int piece)
        {
            if (piece == at)
            {
                throw new InvalidOperationException("This piece fails.");
            }
        }
    }

    private readonly struct Nested(Workers workers, int[] visits) : IPieceJob
    {
        public void Run(int piece) => workers.Run(new VisitFrom(piece * 10, visits), 10);
    }

    private readonly struct VisitFrom(int start, int[] visits) : IPieceJob
    {
        public void Run(int piece) => Interlocked.Increment(ref visits[start + piece]);
    }
}
