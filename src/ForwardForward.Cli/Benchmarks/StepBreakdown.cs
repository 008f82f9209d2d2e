using ForwardForward.Learning.Trainers;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Where the time of a step goes, phase by phase, and what its products would take without any saving, at the machine's peak.</summary>
internal static class StepBreakdown
{
    /// <summary>Steps that are watched.</summary>
    public const int Steps = 60;

    /// <summary>Watches the trainer's next steps; one row for every phase and layer.</summary>
    public static IEnumerable<BenchRow> Run(BenchSubject subject, int steps, CancellationToken cancellation)
    {
        var trainer = subject.Trainer;
        var metrics = new float[trainer.Metrics.Count];
        var clock = new StepClock();
        trainer.Observer = clock;
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            clock.Measure(() => trainer.Step(metrics));
        }

        trainer.Observer = null;
        var peak = FmaPeak.Measure(subject.Workers) * 1e9;
        var medians = clock.Medians;
        var total = medians.Sum(median => median.Seconds);
        return medians.Select(median => Row(subject, median.Phase, median.Layer, median.Seconds, total, peak));
    }

    private static BenchRow Row(BenchSubject subject, StepPhase phase, int layer, double seconds, double total, double peak)
    {
        // A multiply-add counts as two.
        var flops = 2.0 * subject.Trainer.Work.Where(work => work.Phase == phase && work.Layer == layer).Sum(work => work.MultiplyAdds);
        return new BenchRow
        {
            Case = $"step {subject.Recipe.Id}",
            Phase = phase.ToString(),
            Layer = layer + 1,
            Threads = subject.Workers.Count,
            Milliseconds = BenchRow.Rounded(seconds * 1e3, 4),
            DenseMilliseconds = flops == 0 ? null : BenchRow.Rounded(flops / peak * 1e3, 4),
            ShareOfStep = BenchRow.Rounded(seconds / total, 4),
        };
    }
}
