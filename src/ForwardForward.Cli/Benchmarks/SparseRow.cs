namespace ForwardForward.Cli.Benchmarks;

/// <summary>A product that walks non-zeros against the same product without a look at them.</summary>
/// <param name="Product">"unlike" (forward, rows that share no more than chance), "alike" (forward, rows in pairs that share nine of ten non-zeros) or "update".</param>
/// <param name="M">Batch.</param>
/// <param name="K">Inputs.</param>
/// <param name="N">Outputs.</param>
/// <param name="Threads">Threads that worked.</param>
/// <param name="Density">Share of the inputs that are not zero.</param>
/// <param name="SparseMilliseconds">Median time that walks non-zeros.</param>
/// <param name="DenseMilliseconds">Median time that does not.</param>
/// <param name="Ratio">Median of dense by sparse, pair by pair: above 1 walking pays.</param>
internal sealed record SparseRow(
    string Product, int M, int K, int N, int Threads, double Density, double SparseMilliseconds, double DenseMilliseconds, double Ratio);
