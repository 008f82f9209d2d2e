namespace ForwardForward.Cli.Benchmarks;

/// <summary>Times single training steps against the dense arithmetic of the same step at the machine's peak.</summary>
internal static class StepBenchmark
{
    /// <summary>Steps that must be left in the schedule.</summary>
    public const int FewestSteps = 2 * Rounds;

    private const int Rounds = 7;
    private const int StepsPerRound = 40;

    /// <summary>Times the trainer's next steps, the median of a round against the peak measured beside it; then watches some more, phase by phase.</summary>
    public static IEnumerable<BenchRow> Run(BenchSubject subject, CancellationToken cancellation)
    {
        var trainer = subject.Trainer;
        var epochs = subject.Epochs;
        var steps = (int)Math.Min(StepsPerRound, subject.StepsLeft / FewestSteps);
        var metrics = new float[trainer.Metrics.Count];

        // A multiply-add counts as two.
        var flops = 2.0 * trainer.MultiplyAddsPerStep;
        var seconds = new List<double>();
        var shares = new List<double>();
        var peaks = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var peak = FmaPeak.Measure(subject.Workers) * 1e9;
            peaks.Add(peak);
            var times = Timings.Of(steps, () => trainer.Step(metrics), cancellation);
            seconds.AddRange(times);
            shares.Add(flops / Timings.Median(times) / peak);
        }

        seconds.Sort();
        shares.Sort();
        var median = seconds[seconds.Count / 2];
        yield return new BenchRow
        {
            Case = FormattableString.Invariant($"step {subject.Recipe.Id} after {epochs:0.#} epochs"),
            Threads = subject.Workers.Count,
            Gflops = BenchRow.Rounded(flops / median / 1e9, 2),
            ShareOfPeak = BenchRow.Rounded(shares[shares.Count / 2], 4),
            SamplesPerSecond = BenchRow.Rounded(trainer.Course.BatchSize / median, 1),
            Bytes = Timings.PeakBytes(),
            FasterThanDense = BenchRow.Rounded(shares[shares.Count / 2], 4),
            Milliseconds = BenchRow.Rounded(median * 1e3, 4),
            DenseMilliseconds = BenchRow.Rounded(flops / Timings.Median([.. peaks]) * 1e3, 4),
            Milliseconds99 = BenchRow.Rounded(Timings.Quantile([.. seconds], 0.99) * 1e3, 4),
        };
        foreach (var row in StepBreakdown.Run(subject, (int)Math.Min(StepBreakdown.Steps, subject.StepsLeft), cancellation))
        {
            yield return row;
        }
    }
}
