namespace ForwardForward.Web.ViewModels.Curves;

/// <summary>
/// One line of a chart in bounded memory. While few points are known each is kept; when the room is used up, neighbours are merged
/// into means and every later point joins a bucket of the doubled width. The first point always stays as it is.
/// </summary>
/// <param name="capacity">At most so many buckets, at least 4.</param>
public sealed class Curve(int capacity)
{
    private readonly Bucket[] _buckets = new Bucket[Math.Max(4, capacity)];
    private int _width = 1;

    /// <summary>How many buckets there are.</summary>
    public int Count { get; private set; }

    /// <summary>Goes up whenever buckets that were already read have been merged, so that a reader must start over.</summary>
    public int Revision { get; private set; }

    /// <summary>Points that went into all buckets.</summary>
    public long Points { get; private set; }

    /// <summary>A bucket, from 0.</summary>
    public Bucket this[int index] => index < Count ? _buckets[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The newest bucket; null before the first point.</summary>
    public Bucket? Last => Count == 0 ? null : _buckets[Count - 1];

    /// <summary>Adds a point; values that are no finite number are left out, since a line cannot show them.</summary>
    /// <param name="x">Where it is, in epochs.</param>
    /// <param name="y">Its value.</param>
    /// <param name="step">Where it is, in batches.</param>
    /// <param name="seconds">Where it is, in seconds of training.</param>
    public void Add(double x, double y, double step = 0, double seconds = 0)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return;
        }

        Points++;
        var point = new Bucket(x, y, y, y, 1, step, seconds);
        if (Count > 1 && _buckets[Count - 1].Points < _width)
        {
            _buckets[Count - 1] = _buckets[Count - 1].With(point);
            return;
        }

        if (Count == _buckets.Length)
        {
            Merge();
            if (_buckets[Count - 1].Points < _width)
            {
                _buckets[Count - 1] = _buckets[Count - 1].With(point);
                return;
            }
        }

        _buckets[Count++] = point;
    }

    private void Merge()
    {
        var kept = 1;
        for (var i = 1; i < Count; i += 2)
        {
            _buckets[kept++] = i + 1 < Count ? _buckets[i].With(_buckets[i + 1]) : _buckets[i];
        }

        Count = kept;
        _width *= 2;
        Revision++;
    }
}
