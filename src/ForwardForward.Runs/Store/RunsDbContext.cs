using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ForwardForward.Runs.Store;

/// <summary>The database: runs, their histories, and what happened to them.</summary>
public sealed class RunsDbContext(DbContextOptions<RunsDbContext> options) : DbContext(options)
{
    /// <summary>Runs.</summary>
    public DbSet<RunRow> Runs => Set<RunRow>();

    /// <summary>Points of their histories.</summary>
    public DbSet<MetricRow> Metrics => Set<MetricRow>();

    /// <summary>What happened to them.</summary>
    public DbSet<EventRow> Events => Set<EventRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RunRow>(run =>
        {
            run.ToTable("runs");
            run.HasKey(row => row.Id);
            run.HasIndex(row => row.CreatedAt);
        });
        modelBuilder.Entity<MetricRow>(metric =>
        {
            metric.ToTable("metrics");
            metric.HasKey(row => new { row.RunId, row.Sequence });
            metric.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<EventRow>(entry =>
        {
            entry.ToTable("events");
            entry.HasKey(row => row.Id);
            entry.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>Lets the tool that writes migrations make a context.</summary>
internal sealed class RunsDbContextFactory : IDesignTimeDbContextFactory<RunsDbContext>
{
    /// <inheritdoc/>
    public RunsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RunsDbContext>().UseSqlite("Data Source=:memory:").Options);
}
