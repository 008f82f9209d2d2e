using System.Diagnostics;
using System.Globalization;

namespace ForwardForward.Runs.Tests.Store;

/// <summary>The program that trains in a process of its own.</summary>
internal sealed class CrashHostProcess : IDisposable
{
    private readonly Process _process;

    public CrashHostProcess(string folder, string? resume = null)
        : this(resume is null ? [folder] : [folder, resume])
    {
    }

    private CrashHostProcess(ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ForwardForward.CrashHost.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        _process.BeginErrorReadLine();
    }

    /// <summary>One that only opens the folder and then waits.</summary>
    public static CrashHostProcess ThatOpens(string folder) => new([folder, "--open"]);

    /// <summary>Kills it so long after it has begun to open the folder.</summary>
    public async Task KillWhileItOpensAsync(TimeSpan after)
    {
        await LineAsync("opening");
        await Task.Delay(after, TestContext.Current.CancellationToken);
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Its first line: the run.</summary>
    public async Task<string> RunIdAsync() => (await LineAsync("run "))["run ".Length..];

    /// <summary>Kills it, as a power cut would, once it has got to a step.</summary>
    public async Task KillAtAsync(long step)
    {
        while (long.Parse((await LineAsync("step "))["step ".Length..], CultureInfo.InvariantCulture) < step)
        {
        }

        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, _process.ExitCode);
    }

    /// <summary>Lets it come to its end.</summary>
    public async Task CompleteAsync()
    {
        await LineAsync("Completed");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<string> LineAsync(string beginning)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }

            Assert.DoesNotContain("Failed", line, StringComparison.Ordinal);
        }

        throw new InvalidOperationException($"The program ended without saying '{beginning}'.");
    }
}
