using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ForwardForward.Runs.Store;

/// <summary>The database as a set of plain operations: each one is a transaction of its own. Writers take turns; readers never wait.</summary>
internal sealed class RunStore(string path)
{
    private const int OtherForm = 1;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private readonly Lock _writing = new();
    private readonly DbContextOptions<RunsDbContext> _options = new DbContextOptionsBuilder<RunsDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
        .Options;

    /// <summary>
    /// Creates the database or brings it up to date. The caller holds the folder's lock (<see cref="Checkpoints.DirectoryLock"/>), so nobody
    /// else is migrating: a lock that a killed program left in the database is nobody's.
    /// </summary>
    /// <exception cref="IOException">The file is no database of this program, is one of a newer version, or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The program is told to end.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            await using var context = NewContext();
            await RefuseNewerAsync(context, cancellation);
            if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
            {
                await StaleMigrationLock.RemoveAsync(context, cancellation);
                await context.Database.MigrateAsync(cancellation);
            }

            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
        }
        catch (SqliteException exception)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>Lets go of the file.</summary>
    public void Close()
    {
        using var context = NewContext();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    /// <summary>The names of all runs, also of those whose rows cannot be read.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public IReadOnlyList<string> ReadIds()
    {
        try
        {
            using var context = NewContext();
            return [.. context.Runs.AsNoTracking().OrderBy(run => run.CreatedAt).Select(run => run.Id)];
        }
        catch (SqliteException exception)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>One run, with how many points its history has and the last of them.</summary>
    /// <exception cref="IOException">The database has not the form that this program knows, which is no fault of the row.</exception>
    public (RunRow Run, long Points, MetricPoint? Last) ReadRun(string id)
    {
        try
        {
            using var context = NewContext();
            var run = context.Runs.AsNoTracking().Single(row => row.Id == id);
            return context.Metrics.AsNoTracking().Where(row => row.RunId == id).OrderByDescending(row => row.Sequence).FirstOrDefault() is { } last
                ? (run, last.Sequence + 1, RowMapping.ToPoint(last))
                : (run, 0, null);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == OtherForm)
        {
            throw Unreadable(exception);
        }
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
    /// <exception cref="RunStorageException">The database does not take them.</exception>
    public void Write(IReadOnlyCollection<RunRow> runs, IReadOnlyCollection<MetricRow> points, IReadOnlyCollection<EventRow> events)
    {
        Change(context =>
        {
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
        });
    }

    /// <summary>Forgets the points of a history from a number on.</summary>
    /// <exception cref="RunStorageException">The database does not take it.</exception>
    public void Truncate(string runId, long from) =>
        Change(context => context.Metrics.Where(row => row.RunId == runId && row.Sequence >= from).ExecuteDelete());

    /// <summary>Writes a new run with a copy of the first points of another one's history; returns how many there were.</summary>
    /// <exception cref="RunStorageException">The database does not take it.</exception>
    public int WriteFork(RunRow run, string from, long points)
    {
        var copied = 0;
        Change(context =>
        {
            using var transaction = context.Database.BeginTransaction();
            context.Add(run);
            context.SaveChanges();
            copied = context.Database.ExecuteSql(
                $"""
                INSERT INTO metrics (RunId, Sequence, Step, Epoch, Seconds, "Values")
                SELECT {run.Id}, Sequence, Step, Epoch, Seconds, "Values" FROM metrics WHERE RunId = {from} AND Sequence < {points}
                """);
            transaction.Commit();
        });
        return copied;
    }

    /// <summary>Deletes a run with its history and events.</summary>
    /// <exception cref="RunStorageException">The database does not take it.</exception>
    public void Delete(string runId) => Change(context => context.Runs.Where(row => row.Id == runId).ExecuteDelete());

    /// <summary>Whether the migrations say something else than the model; a test asks.</summary>
    public bool HasPendingModelChanges()
    {
        using var context = NewContext();
        return context.Database.HasPendingModelChanges();
    }

    private RunsDbContext NewContext() => new(_options);

    private void Change(Action<RunsDbContext> change)
    {
        lock (_writing)
        {
            try
            {
                using var context = NewContext();
                change(context);
            }
            catch (Exception exception) when (exception is SqliteException or DbUpdateException)
            {
                var cause = exception.InnerException ?? exception;
                throw new RunStorageException($"The database {path} cannot be written: {cause.Message} Make room on the disk or give this program the right to write there, then try again.", cause);
            }
        }
    }

    private async Task RefuseNewerAsync(RunsDbContext context, CancellationToken cancellation)
    {
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellation)).Except(context.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new IOException($"The database {path} was written by a newer version of this program (it has '{unknown[^1]}'). Nothing was changed; open it with that version.");
        }
    }

    private IOException Unreadable(SqliteException exception) => new($"The database {path} cannot be opened: {exception.Message}{Advice(exception)}", exception);

    // Only a file that is no database is in the way; moving a good one away because the disk is full would lose the list.
    private static string Advice(SqliteException exception) => exception.SqliteErrorCode is NotADatabase or Corrupt
        ? " Move it away to begin with an empty one."
        : "";
}
