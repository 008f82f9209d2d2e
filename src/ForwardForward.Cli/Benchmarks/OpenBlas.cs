using System.Runtime.InteropServices;
using ForwardForward.Numerics;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>The system's OpenBLAS, when there is one (Debian: libopenblas0-pthread), for comparison only.</summary>
internal static class OpenBlas
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
            RowMajor,
            transposeA ? Transposed : AsItIs,
            transposeB ? Transposed : AsItIs,
            c.Rows,
            c.Columns,
            transposeA ? a.Rows : a.Columns,
            1,
            in a[0, 0],
            a.Stride,
            in b[0, 0],
            b.Stride,
            0,
            ref c[0, 0],
            c.Stride);

    // Generated marshalling would need unsafe code, which only Numerics may have; nothing here needs marshalling.
    [DllImport(Library, EntryPoint = "openblas_set_num_threads")]
    private static extern void SetNumberOfThreads(int threads);

    [DllImport(Library, EntryPoint = "cblas_sgemm")]
    private static extern void Sgemm(
        int order, int transposeA, int transposeB, int m, int n, int k, float alpha, in float a, int lda, in float b, int ldb, float beta, ref float c, int ldc);
}
