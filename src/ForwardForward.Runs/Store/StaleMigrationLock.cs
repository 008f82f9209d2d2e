using Microsoft.EntityFrameworkCore;

namespace ForwardForward.Runs.Store;

/// <summary>
/// The lock by which Entity Framework keeps two programs from migrating one SQLite database: a row that its program removes when it has
/// done. A program that is killed leaves it, and every later one would wait for it without end.
/// </summary>
internal static class StaleMigrationLock
{
    private const string Table = "__EFMigrationsLock";

    /// <summary>Removes the row. To be called only by who knows that nobody else works in the database.</summary>
    public static async Task RemoveAsync(RunsDbContext context, CancellationToken cancellation)
    {
        var tables = await context.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name = {Table}").ToListAsync(cancellation);
        if (tables.Count > 0)
        {
            await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{Table}\"", cancellation);
        }
    }
}
