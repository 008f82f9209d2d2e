namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>All kernels, widest first. The first that the processor supports runs, unless the environment forces one.</summary>
internal static class KernelCatalog
{
    /// <summary>Environment variable that forces a kernel by name.</summary>
    public const string Variable = "FORWARDFORWARD_KERNEL";

    private static readonly IGemmKernel[] Ordered = [new Kernel512(), new Kernel256(), new Kernel128(), new KernelScalar()];

    /// <summary>The kernels that run here, widest first.</summary>
    public static IEnumerable<IGemmKernel> Supported => Ordered.Where(kernel => kernel.IsSupported);

    /// <summary>The kernel that the environment asks for, else the widest.</summary>
    public static IGemmKernel Default { get; } = Choose(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The kernel of that name; null or empty means the widest.</summary>
    /// <exception cref="ArgumentException">There is no such kernel, or it does not run on this processor.</exception>
    public static IGemmKernel Choose(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return Supported.First();
        }

        var kernel = Array.Find(Ordered, kernel => string.Equals(kernel.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"{Variable} is '{name}'; the kernels are {Names(Ordered)}.", nameof(name));
        return kernel.IsSupported
            ? kernel
            : throw new ArgumentException($"{Variable} is '{name}', which this processor does not run; it runs {Names(Supported)}.", nameof(name));
    }

    private static string Names(IEnumerable<IGemmKernel> kernels) => string.Join(", ", kernels.Select(kernel => kernel.Name));
}
