using System.Runtime.CompilerServices;
using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Exports;

/// <summary>The history of a run as it is when an export begins; points that come while it is written are left to the next one.</summary>
/// <param name="run">The run.</param>
/// <param name="from">The first sequence number.</param>
/// <param name="runs">The runs.</param>
public sealed class RunHistory(RunSnapshot run, long from, IRunService runs)
{
    private const int Page = 2000;
    private readonly List<string> _names = [];
    private long? _end;

    /// <summary>The run.</summary>
    public RunSnapshot Run => run;

    /// <summary>Names of its values in the order in which they first occur; known once <see cref="SurveyAsync"/> is done.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Reads it once to learn which values there are and where it ends.</summary>
    public async Task SurveyAsync(CancellationToken cancellation)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in PagesAsync(long.MaxValue, cancellation))
        {
            _names.AddRange(page.SelectMany(point => point.Values.Keys).Where(known.Add));
            _end = page[^1].Sequence + 1;
        }
    }

    /// <summary>Its points up to where it ended, a page at a time.</summary>
    public IAsyncEnumerable<IReadOnlyList<MetricPoint>> PagesAsync(CancellationToken cancellation) => PagesAsync(_end ?? from, cancellation);

    private async IAsyncEnumerable<IReadOnlyList<MetricPoint>> PagesAsync(long end, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var next = from; next < end;)
        {
            var page = await runs.MetricsAsync(run.Id, next, (int)Math.Min(Page, end - next), cancellation);
            if (page.Count == 0)
            {
                yield break;
            }

            yield return page;
            next = page[^1].Sequence + 1;
        }
    }
}
