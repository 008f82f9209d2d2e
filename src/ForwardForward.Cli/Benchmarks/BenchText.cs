using System.Globalization;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Measurements as a table for people, row by row.</summary>
internal static class BenchText
{
    /// <summary>Names of the columns.</summary>
    public const string Header = "case                                     product   threads   GFLOP/s  of peak   samples/s         MB   OpenBLAS  median ms     99 % ms   dense ms";

    /// <summary>One row under <see cref="Header"/>.</summary>
    public static string Of(BenchRow row)
    {
        if (row.Phase is not null)
        {
            return OfPhase(row);
        }

        if (row.Imbalance is { } imbalance)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Shape(row),-40} {row.Product,-9} {row.Threads,7} {row.Pieces,6} pieces, busiest thread {imbalance:0.000} x the mean, {row.BytesPerThread / 1e6:0.00} MB, {row.SharedLines} lines shared");
        }

        if (row.Density is { } density)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Shape(row),-40} {row.Product,-9} {row.Threads,7} {density * 100,6:0} % not zero, {row.SparseGain:0.00} x as fast as without a look at zeros, {row.Milliseconds:0.000} ms");
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Shape(row),-40} {row.Product ?? "-",-9} {row.Threads,7} {Optional(row.Gflops, "0.0"),9} {Optional(row.ShareOfPeak * 100, "0.0"),6} % {Optional(row.SamplesPerSecond, "0"),11} {Optional(row.Bytes / 1e6, "0.0"),10} {Optional(row.OpenBlasRatio, "0.00 x"),10} {Optional(row.Milliseconds, "0.000"),10} {Optional(row.Milliseconds99, "0.000"),11} {Optional(row.DenseMilliseconds, "0.000"),10}");
    }

    private static string Shape(BenchRow row) => row.M is null ? row.Case : $"{row.Case}: {row.M} x {row.K} x {row.N}";

    private static string OfPhase(BenchRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"    {row.Phase + ", layer " + row.Layer,-36} {row.ShareOfStep * 100,6:0.0} % of the step {Optional(row.Milliseconds, "0.000"),60} {Optional(row.DenseMilliseconds, "0.000"),22}");

    private static string Optional(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
