using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;

namespace ForwardForward.Runs.TestDigits;

/// <summary>The last search of a few runs. Searches take turns, and so many may wait; what the oldest found is forgotten first.</summary>
internal sealed class MistakeSearches(TimeProvider time) : IDisposable
{
    private const int MostActive = 4;
    private const int MostKept = 8;
    private readonly Lock _lock = new();
    private readonly List<(string Id, MistakeFinder Finder)> _kept = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _closed;

    /// <summary>The last search of a run.</summary>
    public MistakeFinder? Find(string id)
    {
        lock (_lock)
        {
            return _kept.Find(one => one.Id == id).Finder;
        }
    }

    /// <summary>Refuses a search too many.</summary>
    /// <exception cref="RunStateException">So many are under way already.</exception>
    public void CheckRoom()
    {
        lock (_lock)
        {
            EnsureRoom();
        }
    }

    /// <summary>Begins a search, which takes over the network. One of the same run that is under way is answered with instead.</summary>
    /// <exception cref="RunStateException">So many are under way already, or the program is ending.</exception>
    public MistakeSearch Start(Run run, IModel network, ImageSet images)
    {
        lock (_lock)
        {
            var old = _kept.Find(one => one.Id == run.Id).Finder;
            if (old is { Snapshot: { IsActive: true } active })
            {
                network.Dispose();
                return active;
            }

            try
            {
                EnsureRoom();
            }
            catch (RunStateException)
            {
                network.Dispose();
                throw;
            }

            _kept.RemoveAll(one => one.Finder == old);
            old?.Dispose();
            Forget();
            var finder = new MistakeFinder(run, network, images, _turn, time);
            _kept.Add((run.Id, finder));
            finder.Start();
            return finder.Snapshot;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _kept.ForEach(one => one.Finder.Cancel());
            _kept.ForEach(one => one.Finder.Dispose());
            _kept.Clear();
        }

        _turn.Dispose();
    }

    private void EnsureRoom()
    {
        if (_closed)
        {
            throw new RunStateException("The program is ending; mistakes can be looked for when it is started again.");
        }

        if (_kept.Count(one => one.Finder.Snapshot.IsActive) >= MostActive)
        {
            throw new RunStateException($"{MostActive} searches for mistakes are under way or wait; cancel one of them, or wait until one has ended.");
        }
    }

    private void Forget()
    {
        while (_kept.Count >= MostKept && _kept.FindIndex(one => !one.Finder.Snapshot.IsActive) is >= 0 and var at)
        {
            _kept[at].Finder.Dispose();
            _kept.RemoveAt(at);
        }
    }
}
