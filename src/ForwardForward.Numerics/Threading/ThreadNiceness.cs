using System.Runtime.InteropServices;

namespace ForwardForward.Numerics.Threading;

/// <summary>Lets a computing thread give way to interactive ones. .NET ignores <see cref="Thread.Priority"/> on Linux, so it asks the system.</summary>
public static partial class ThreadNiceness
{
    private const int PriorityOfProcess = 0;
    private const int CallingThread = 0;
    private const int Nice = 10;

    /// <summary>Lowers the priority of the calling thread for good; quietly does nothing where the system does not let it.</summary>
    public static void LowerCurrentThread()
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = SetPriority(PriorityOfProcess, CallingThread, Nice);
            }
            catch (EntryPointNotFoundException)
            {
                return;
            }
        }

        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    /// <summary>
    /// The same for every thread that the process has now; those it starts later inherit it from whichever starts them. Where Linux
    /// schedules by session, the session gives way too until the program ends. For programs that compute for hours and serve nobody.
    /// </summary>
    public static void LowerProcess()
    {
        const string Threads = "/proc/self/task";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Threads))
        {
            using var process = System.Diagnostics.Process.GetCurrentProcess();
            process.PriorityClass = System.Diagnostics.ProcessPriorityClass.BelowNormal;
            return;
        }

        foreach (var thread in Directory.EnumerateDirectories(Threads))
        {
            if (int.TryParse(Path.GetFileName(thread), System.Globalization.CultureInfo.InvariantCulture, out var id))
            {
                _ = SetPriority(PriorityOfProcess, id, Nice);
            }
        }

        // The session may outlive this program: it is left as it was.
        if (Autogroup.Lower(Autogroup.OfThisProcess, Nice) is { } restore)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => restore();
        }
    }

    /// <summary>On Linux a "process" of 0 is the calling thread.</summary>
    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
