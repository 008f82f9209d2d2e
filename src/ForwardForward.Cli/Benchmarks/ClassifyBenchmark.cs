using ForwardForward.Numerics.Threading;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Times one image at a time, classified by both procedures, as a drawn digit is; on one thread, since training has the others.</summary>
internal static class ClassifyBenchmark
{
    private const int Images = 500;
    private const int WarmUp = 50;

    /// <summary>Times the classification of test images.</summary>
    public static BenchRow Run(BenchSubject subject, CancellationToken cancellation)
    {
        using var network = subject.Trainer.CaptureModel();
        using var single = new Workers(1);
        var images = subject.Data.Test;
        var next = 0;
        void ClassifyNext() => network.Classify(images.Image(next++ % images.Count));
        Timings.Of(WarmUp, ClassifyNext, cancellation);
        var peak = FmaPeak.Measure(single) * 1e9;
        var seconds = Timings.Of(Images, ClassifyNext, cancellation);
        var median = seconds[seconds.Length / 2];
        var flops = 2.0 * network.MultiplyAddsPerImage;
        return new BenchRow
        {
            Case = $"classify {subject.Recipe.Id}",
            Threads = single.Count,
            Gflops = BenchRow.Rounded(flops / median / 1e9, 2),
            ShareOfPeak = BenchRow.Rounded(flops / median / peak, 4),
            SamplesPerSecond = BenchRow.Rounded(1 / median, 1),
            Milliseconds = BenchRow.Rounded(median * 1e3, 4),
            Milliseconds99 = BenchRow.Rounded(Timings.Quantile(seconds, 0.99) * 1e3, 4),
        };
    }
}
