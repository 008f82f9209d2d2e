using System.Globalization;

namespace ForwardForward.Numerics.Threading;

/// <summary>
/// Where Linux schedules by session (autogroups), the niceness of threads counts within their session only: sessions share the processors
/// evenly, however nice the threads in them are. The session has a niceness of its own, in <c>/proc/self/autogroup</c>.
/// </summary>
internal static class Autogroup
{
    /// <summary>The session that this process belongs to.</summary>
    public const string OfThisProcess = "/proc/self/autogroup";

    /// <summary>
    /// Gives a session a niceness, unless it is as nice already, and returns what puts the old one back; null where nothing was changed:
    /// there are no autogroups, or the system does not let us.
    /// </summary>
    public static Action? Lower(string file, int niceness)
    {
        // "/autogroup-57 nice 0"
        if (Read(file)?.Split(' ') is not [.., "nice", var last]
            || !int.TryParse(last, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var old)
            || old >= niceness || !Write(file, niceness))
        {
            return null;
        }

        return () => Write(file, old);
    }

    private static string? Read(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Write(string file, int niceness)
    {
        try
        {
            // Opened as it is: the file can neither be made nor cut.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(niceness.ToString(CultureInfo.InvariantCulture)));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
