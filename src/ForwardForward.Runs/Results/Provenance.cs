using System.Diagnostics;
using System.Reflection;

namespace ForwardForward.Runs.Results;

/// <summary>What made a result: the commit of the program and the processor it ran on.</summary>
public static class Provenance
{
    /// <summary>Commit that this program was built from, with "+" when git knows of changes since; "unknown" when nobody can tell.</summary>
    public static string Commit()
    {
        var version = typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var built = version?.Split('+') is [_, { Length: >= 7 } commit] ? commit : null;
        var head = Git("rev-parse HEAD");
        if (built is null && head is null)
        {
            return "unknown";
        }

        var id = built ?? head!;
        var isChanged = head == id && Git("status --porcelain --untracked-files=no") is { Length: > 0 };
        return id[..Math.Min(12, id.Length)] + (isChanged ? "+" : "");
    }

    /// <summary>Name of the processor and how many threads it offers.</summary>
    public static string Processor() => $"{ProcessorName()}, {Environment.ProcessorCount} threads";

    private static string ProcessorName()
    {
        const string CpuInfo = "/proc/cpuinfo";
        if (File.Exists(CpuInfo))
        {
            foreach (var line in File.ReadLines(CpuInfo))
            {
                if (line.StartsWith("model name", StringComparison.Ordinal) && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                {
                    return line[(colon + 1)..].Trim();
                }
            }
        }

        return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string? Git(string arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // There is no git here.
        }
    }
}
