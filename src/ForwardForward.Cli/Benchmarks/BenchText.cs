using System.Globalization;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Measurements as a table for people, row by row.</summary>
internal static class BenchText
{
    /// <summary>Names of the columns.</summary>
    public const string Header = "case                                     product   threads   GFLOP/s  of peak   samples/s         MB   OpenBLAS  median ms     99 % ms";

    /// <summary>One row under <see cref="Header"/>.</summary>
    public static string Of(BenchRow row)
    {
        var shape = row.M is null ? row.Case : $"{row.Case}: {row.M} x {row.K} x {row.N}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{shape,-40} {row.Product ?? "-",-9} {row.Threads,7} {row.Gflops,9:0.0} {row.ShareOfPeak * 100,6:0.0} % {row.SamplesPerSecond,11:0} {Optional(row.Bytes / 1e6, "0.0"),10} {Optional(row.OpenBlasRatio, "0.00 x"),10} {Optional(row.Milliseconds, "0.000"),10} {Optional(row.Milliseconds99, "0.000"),11}");
    }

    private static string Optional(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
