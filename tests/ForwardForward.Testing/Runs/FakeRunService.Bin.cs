using ForwardForward.Runs;

namespace ForwardForward.Testing.Runs;

/// <summary>Runs that were deleted, and back.</summary>
public sealed partial class FakeRunService
{
    /// <inheritdoc/>
    public Task DeleteAsync(string id, CancellationToken cancellation = default)
    {
        Note("delete", id);
        if (id == Refused)
        {
            throw new RunStateException($"Run '{id}' is running; only a run that is paused, interrupted or ended can be deleted.");
        }

        var run = Run(id);
        _runs.TryRemove(id, out _);
        run.Change(before => before with { DeletedAt = Samples.Created.AddDays(1) });
        _bin[id] = run;
        _any.Set(run.Snapshot);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunSnapshot> ListDeleted() => [.. _bin.Values.Select(run => run.Snapshot).OrderByDescending(run => run.DeletedAt)];

    /// <inheritdoc/>
    public Task<RunSnapshot> RestoreAsync(string id, CancellationToken cancellation = default)
    {
        Note("restore", id);
        var run = _bin.TryRemove(id, out var found) ? found : throw new RunNotFoundException(id);
        var back = run.Change(before => before with { DeletedAt = null });
        _runs[id] = run;
        _any.Set(back);
        return Task.FromResult(back);
    }

    /// <inheritdoc/>
    public Task DeleteForeverAsync(string id, CancellationToken cancellation = default)
    {
        Note("erase", id);
        return _bin.TryRemove(id, out _) ? Task.CompletedTask : throw new RunNotFoundException(id);
    }
}
