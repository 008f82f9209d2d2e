using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ForwardForward.Runs.Store;

/// <summary>The database as a set of plain operations: each one is a transaction of its own. Writers take turns; readers never wait.</summary>
internal sealed class RunStore(string path)
{
    private readonly Lock _writing = new();
    private readonly DbContextOptions<RunsDbContext> _options = new DbContextOptionsBuilder<RunsDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
        .Options;

    /// <summary>Creates the database or brings it up to date.</summary>
    /// <exception cref="IOException">The file is no database of this program, or cannot be written.</exception>
    public void Open()
    {
        try
        {
            using var context = NewContext();
            context.Database.Migrate();
            context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
        }
        catch (SqliteException exception)
        {
            throw new IOException($"The database {path} cannot be opened: {exception.Message} Move it away to begin with an empty one.", exception);
        }
    }

    /// <summary>Lets go of the file.</summary>
    public void Close()
    {
        using var context = NewContext();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    /// <summary>Every run, with how many points its history has and the last of them.</summary>
    public IReadOnlyList<(RunRow Run, long Points, MetricPoint? Last)> ReadRuns()
    {
        using var context = NewContext();
        var points = context.Metrics.GroupBy(row => row.RunId).Select(group => new { group.Key, Last = group.Max(row => row.Sequence) })
            .ToDictionary(group => group.Key, group => group.Last);
        return [.. context.Runs.AsNoTracking().ToList().Select(run => points.TryGetValue(run.Id, out var last)
            ? (run, last + 1, RowMapping.ToPoint(context.Metrics.AsNoTracking().Single(row => row.RunId == run.Id && row.Sequence == last)))
            : (run, 0L, default(MetricPoint)))];
    }

    /// <summary>Points of a history from a number on, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<MetricPoint>> ReadMetricsAsync(string runId, long from, int limit, CancellationToken cancellation)
    {
        await using var context = NewContext();
        var rows = await context.Metrics.AsNoTracking().Where(row => row.RunId == runId && row.Sequence >= from)
            .OrderBy(row => row.Sequence).Take(limit).ToListAsync(cancellation);
        return [.. rows.Select(RowMapping.ToPoint)];
    }

    /// <summary>Writes runs as they stand, new points of their histories, and what happened to them, all or nothing.</summary>
    public void Write(IReadOnlyCollection<RunRow> runs, IReadOnlyCollection<MetricRow> points, IReadOnlyCollection<EventRow> events)
    {
        lock (_writing)
        {
            using var context = NewContext();
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var run in runs)
            {
                if (context.Runs.Find(run.Id) is { } old)
                {
                    context.Entry(old).CurrentValues.SetValues(run);
                }
                else
                {
                    context.Add(run);
                }
            }

            context.AddRange(points);
            context.AddRange(events);
            context.SaveChanges();
        }
    }

    /// <summary>Forgets the points of a history from a number on.</summary>
    public void Truncate(string runId, long from)
    {
        lock (_writing)
        {
            using var context = NewContext();
            context.Metrics.Where(row => row.RunId == runId && row.Sequence >= from).ExecuteDelete();
        }
    }

    /// <summary>Writes a new run with a copy of the first points of another one's history; returns how many there were.</summary>
    public int WriteFork(RunRow run, string from, long points)
    {
        lock (_writing)
        {
            using var context = NewContext();
            using var transaction = context.Database.BeginTransaction();
            context.Add(run);
            context.SaveChanges();
            var copied = context.Database.ExecuteSql(
                $"""
                INSERT INTO metrics (RunId, Sequence, Step, Epoch, Seconds, "Values")
                SELECT {run.Id}, Sequence, Step, Epoch, Seconds, "Values" FROM metrics WHERE RunId = {from} AND Sequence < {points}
                """);
            transaction.Commit();
            return copied;
        }
    }

    /// <summary>Deletes a run with its history and events.</summary>
    public void Delete(string runId)
    {
        lock (_writing)
        {
            using var context = NewContext();
            context.Runs.Where(row => row.Id == runId).ExecuteDelete();
        }
    }

    /// <summary>Whether the migrations say something else than the model; a test asks.</summary>
    public bool HasPendingModelChanges()
    {
        using var context = NewContext();
        return context.Database.HasPendingModelChanges();
    }

    private RunsDbContext NewContext() => new(_options);
}
