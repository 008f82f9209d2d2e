using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ForwardForward.Architecture.Tests;

/// <summary>What the compiled assemblies really use, read from their metadata without loading them.</summary>
internal static class Assemblies
{
    /// <summary>Names of the assemblies that an assembly of the product references.</summary>
    public static IReadOnlyList<string> ReferencedAssemblies(string project) => Read(project, metadata =>
        metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)));

    /// <summary>Full names of the types from elsewhere that an assembly of the product uses.</summary>
    public static IReadOnlyList<string> UsedTypes(string project) => Read(project, metadata =>
        metadata.TypeReferences.Select(handle => NameOf(metadata, metadata.GetTypeReference(handle))));

    private static IReadOnlyList<string> Read(string project, Func<MetadataReader, IEnumerable<string>> select)
    {
        var file = project == "Cli" ? "forwardforward.dll" : $"ForwardForward.{project}.dll";
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, file));
        using var assembly = new PEReader(stream);
        return [.. select(assembly.GetMetadataReader()).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string NameOf(MetadataReader metadata, TypeReference type)
    {
        var space = metadata.GetString(type.Namespace);
        return (space.Length == 0 ? "" : space + ".") + metadata.GetString(type.Name);
    }
}
