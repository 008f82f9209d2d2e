using System.Globalization;

namespace ForwardForward.Web.Options;

/// <summary>Reads the command line of the web application.</summary>
public static class DashboardArguments
{
    /// <summary>What <c>--help</c> says.</summary>
    public const string Help = """
        ForwardForward.Web: the laboratory in the browser.

          --urls ADDRESSES   where to listen, apart by semicolons, such as http://0.0.0.0:8080; default: ASPNETCORE_URLS, else http://localhost:5000
          --data DIR         folder of runs, checkpoints and downloads; default: FORWARDFORWARD_DATA, else the user's local application data
          --datasets DIR     read-only folder of data sets with mnist/ in it; default: FORWARDFORWARD_DATASETS
          --threads N        threads that train, 1 to 256; default: one for every core
          --health-check     ask the program that listens at these addresses whether it is alive; exit code 0 or 1
          --help             this text
        """;

    private const int MostThreads = 256;

    /// <summary>Reads the options: <c>--name value</c> or <c>--name=value</c>.</summary>
    /// <exception cref="OptionException">An option is unknown, has no value or a wrong one.</exception>
    public static DashboardOptions Parse(IReadOnlyList<string> args)
    {
        var options = new DashboardOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, given) = Split(args[i]);
            options = name switch
            {
                "--urls" => options with { Urls = ListenAddresses.Check(Value("an address such as http://127.0.0.1:5000"), "--urls") },
                "--data" => options with { DataDirectory = Value("a folder") },
                "--datasets" => options with { DataSetsFolder = Value("a folder") },
                "--threads" => options with { Threads = Threads(Value($"a whole number from 1 to {MostThreads}")) },
                "--health-check" => options with { HealthCheck = true },
                "--help" or "-h" => options with { Help = true },
                _ => throw new OptionException($"There is no option '{args[i]}'; there are --urls, --data, --datasets, --threads, --health-check and --help."),
            };

            string Value(string what)
            {
                var value = given ?? (i + 1 < args.Count ? args[++i] : "");
                return value.Length > 0 && !value.StartsWith("--", StringComparison.Ordinal) ? value : throw new OptionException($"Option {name} needs {what} after it.");
            }
        }

        return options;
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static int Threads(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is >= 1 and <= MostThreads
            ? threads
            : throw new OptionException($"Option --threads must be a whole number from 1 to {MostThreads}; got '{text}'.");
}
