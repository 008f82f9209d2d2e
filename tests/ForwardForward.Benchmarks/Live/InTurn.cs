namespace ForwardForward.Benchmarks.Live;

/// <summary>
/// The pace of a run alone and watched, in turn, each first every other round, so that a machine that warms up or slows down favours
/// neither. The median over the rounds counts: a machine shared with others loses a stretch now and then to none of what is measured.
/// </summary>
/// <param name="Alone">Pace of each round without viewers.</param>
/// <param name="Watched">Pace of each round with them.</param>
internal sealed record InTurn(IReadOnlyList<Pace> Alone, IReadOnlyList<Pace> Watched)
{
    private const int Rounds = 7;

    /// <summary>Measures both.</summary>
    public static async Task<InTurn> MeasureAsync(Func<Task<Pace>> alone, Func<Task<Pace>> watched)
    {
        var (without, with) = (new List<Pace>(), new List<Pace>());
        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < 2; turn++)
            {
                if ((round + turn) % 2 == 0)
                {
                    without.Add(await alone());
                }
                else
                {
                    with.Add(await watched());
                }
            }
        }

        return new InTurn(without, with);
    }

    /// <summary>Throughput that viewers cost, in percent: the median of the rounds.</summary>
    public double Cost => Costs[Rounds / 2];

    /// <summary>What a process uses more of for each step when it is watched, in percent.</summary>
    public double MoreProcessor => 100 * ((Watched.Average(pace => pace.ProcessorSecondsPerStep) / Alone.Average(pace => pace.ProcessorSecondsPerStep)) - 1);

    private List<double> Costs => [.. Alone.Zip(Watched, (alone, watched) => 100 * (1 - (watched.StepsPerSecond / alone.StepsPerSecond))).Order()];

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Mean(Alone):F1} steps/s alone, {Mean(Watched):F1} watched: {Cost:F1} % lost (median of {Rounds} rounds, {Costs[0]:F1} to {Costs[^1]:F1})");

    private static double Mean(IReadOnlyList<Pace> paces) => paces.Average(pace => pace.StepsPerSecond);
}
