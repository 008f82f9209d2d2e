using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Tests.Gemm;

/// <summary>Every kernel that runs here, on shapes around the sizes of tiles, panels, blocks and pieces.</summary>
internal static class ProductCases
{
    private static readonly (int Batch, int Inputs, int Outputs)[] Sizes =
    [
        (1, 1, 1), (1, 784, 10), (2, 3, 5), (3, 17, 31), (4, 33, 16), (5, 64, 32), (6, 5, 33), (7, 100, 48), (8, 12, 64), (9, 31, 65),
        (10, 40, 7), (11, 513, 17), (12, 32, 96), (13, 25, 130), (24, 24, 24), (25, 530, 47), (32, 7, 8), (37, 61, 129), (250, 9, 40),
        (7, 2061, 40), (14, 40, 1045),
        (0, 5, 7), (5, 0, 7), (5, 7, 0), (0, 0, 0),
    ];

    public static TheoryData<string, int, int, int> All()
    {
        var data = new TheoryData<string, int, int, int>();
        foreach (var kernel in KernelCatalog.Supported)
        {
            foreach (var (batch, inputs, outputs) in Sizes)
            {
                data.Add(kernel.Name, batch, inputs, outputs);
            }
        }

        return data;
    }

    public static TheoryData<string> Kernels() => [.. KernelCatalog.Supported.Select(kernel => kernel.Name)];
}
