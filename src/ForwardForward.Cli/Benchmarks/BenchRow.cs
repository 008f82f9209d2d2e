using System.Text.Json.Serialization;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>One measurement; what does not apply is null and left out of JSON.</summary>
internal sealed record BenchRow
{
    /// <summary>What was measured, such as "batch 100" or "step ff-supervised".</summary>
    public required string Case { get; init; }

    /// <summary>Name of the product.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Product { get; init; }

    /// <summary>Batch.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? M { get; init; }

    /// <summary>Inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? K { get; init; }

    /// <summary>Outputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? N { get; init; }

    /// <summary>Threads that worked.</summary>
    public required int Threads { get; init; }

    /// <summary>GFLOP/s, counted as if nothing were skipped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Gflops { get; init; }

    /// <summary>Share of the machine's multiply-add peak, measured in the same run; over 1 means faster than dense arithmetic could be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ShareOfPeak { get; init; }

    /// <summary>Images (rows of a batch) a second.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SamplesPerSecond { get; init; }

    /// <summary>Bytes of the operands; of whole nets, memory of the process at its highest so far.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }

    /// <summary>Our speed by OpenBLAS's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? OpenBlasRatio { get; init; }

    /// <summary>Median time of one call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Milliseconds { get; init; }

    /// <summary>99th percentile of the time of one call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Milliseconds99 { get; init; }

    /// <summary>What the dense arithmetic of the same work takes at the machine's peak.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? DenseMilliseconds { get; init; }

    /// <summary>By how much a step is faster than its dense arithmetic could be; the median of pairs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? FasterThanDense { get; init; }

    /// <summary>Share of a product's input that is not zero.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Density { get; init; }

    /// <summary>Time of the product without a look at zeros by that of the one that walks non-zeros: above 1 walking pays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SparseGain { get; init; }

    /// <summary>Phase of a step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phase { get; init; }

    /// <summary>Hidden layer of a phase, counted from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Layer { get; init; }

    /// <summary>Share of the step's time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ShareOfStep { get; init; }

    /// <summary>Pieces of work that threads take one by one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Pieces { get; init; }

    /// <summary>Tiles of the busiest thread by those of the mean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Imbalance { get; init; }

    /// <summary>Memory that the busiest thread touches.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? BytesPerThread { get; init; }

    /// <summary>Cache lines of the result that two pieces write to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SharedLines { get; init; }

    /// <summary>The row of a count.</summary>
    public static BenchRow Of(ScalingRow row) => new()
    {
        Case = "counted",
        Product = row.Product,
        M = row.Product == "update" ? row.Depth : row.Rows,
        K = row.Product == "update" ? row.Rows : row.Depth,
        N = row.Columns,
        Threads = row.Threads,
        Pieces = row.Pieces,
        Imbalance = Rounded(row.Imbalance, 4),
        BytesPerThread = row.BytesPerThread,
        SharedLines = row.SharedLines,
    };

    /// <summary>The row of a product that walks non-zeros.</summary>
    public static BenchRow Of(SparseRow row) => new()
    {
        Case = "sparse",
        Product = row.Product,
        M = row.M,
        K = row.K,
        N = row.N,
        Threads = row.Threads,
        Density = row.Density,
        Milliseconds = Rounded(row.SparseMilliseconds, 4),
        SparseGain = Rounded(row.Ratio, 3),
    };

    /// <summary>The row of a product.</summary>
    public static BenchRow Of(GemmRow row) => new()
    {
        Case = row.Case,
        Product = row.Product,
        M = row.M,
        K = row.K,
        N = row.N,
        Threads = row.Threads,
        Gflops = Rounded(row.Gflops, 2),
        ShareOfPeak = Rounded(row.ShareOfPeak, 4),
        SamplesPerSecond = Rounded(row.SamplesPerSecond, 1),
        Bytes = row.Bytes,
        OpenBlasRatio = row.OpenBlasRatio is { } ratio ? Rounded(ratio, 4) : null,
    };

    /// <summary>A measured figure with the digits that mean something.</summary>
    public static double Rounded(double value, int digits) => Math.Round(value, digits);
}
