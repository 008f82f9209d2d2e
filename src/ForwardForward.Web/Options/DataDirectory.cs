namespace ForwardForward.Web.Options;

/// <summary>Makes sure that a folder can be used before anything is begun.</summary>
public static class DataDirectory
{
    /// <summary>Creates the folder where it is missing and tries to write in it.</summary>
    /// <exception cref="OptionException">It is no folder, or nothing can be written there.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-test-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OptionException($"The data directory '{folder}' must be a folder that can be written to; {problem.Message} Name another with --data or FORWARDFORWARD_DATA.");
        }
    }

    /// <summary>Throws when a folder of data sets that somebody named is not there.</summary>
    /// <exception cref="OptionException">There is no such folder.</exception>
    public static void CheckDataSets(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new OptionException($"The folder of data sets '{folder}' does not exist; --datasets or FORWARDFORWARD_DATASETS must name a folder with mnist/ in it.");
        }
    }
}
