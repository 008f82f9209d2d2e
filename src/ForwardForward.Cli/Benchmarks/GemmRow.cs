namespace ForwardForward.Cli.Benchmarks;

/// <summary>One row of the product benchmark.</summary>
/// <param name="Case">Name of the shape, such as "batch 100".</param>
/// <param name="Product">"forward", "gradient", "update" or "input".</param>
/// <param name="M">Batch.</param>
/// <param name="K">Inputs.</param>
/// <param name="N">Outputs.</param>
/// <param name="Threads">Threads that worked.</param>
/// <param name="Gflops">Median GFLOP/s, counted as if nothing were skipped: <c>2 m k n</c>.</param>
/// <param name="ShareOfPeak">Median share of the peak of the same threads, measured beside each timing.</param>
/// <param name="SamplesPerSecond">Rows of the batch a second.</param>
/// <param name="Bytes">Memory that the operands and results take.</param>
/// <param name="OpenBlasRatio">Median of our speed by OpenBLAS's, pair by pair; null when it was not asked for or is not there.</param>
internal sealed record GemmRow(
    string Case, string Product, int M, int K, int N, int Threads, double Gflops, double ShareOfPeak, double SamplesPerSecond, long Bytes, double? OpenBlasRatio);
