using System.Runtime.InteropServices;

namespace ForwardForward.Numerics.Benchmarks;

/// <summary>The system's OpenBLAS, when there is one (Debian: libopenblas0-pthread), for comparison only.</summary>
internal static unsafe partial class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101;
    private const int AsItIs = 111;
    private const int Transposed = 112;

    /// <summary>Whether the library can be loaded.</summary>
    public static bool IsAvailable { get; } = NativeLibrary.TryLoad(Library, out _);

    /// <summary>Threads that the next products use.</summary>
    public static void SetThreads(int threads) => SetNumberOfThreads(threads);

    /// <summary><c>c = a b</c>, either operand transposed if asked.</summary>
    public static void Multiply(MatrixView a, bool transposeA, MatrixView b, bool transposeB, MatrixView c) =>
        Sgemm(
            RowMajor, transposeA ? Transposed : AsItIs, transposeB ? Transposed : AsItIs, c.Rows, c.Columns, transposeA ? a.Rows : a.Columns, 1, a.Data, a.Stride, b.Data, b.Stride, 0, c.Data, c.Stride);

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    private static partial void SetNumberOfThreads(int threads);

    [LibraryImport(Library, EntryPoint = "cblas_sgemm")]
    private static partial void Sgemm(
        int order, int transposeA, int transposeB, int m, int n, int k, float alpha, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc);
}
