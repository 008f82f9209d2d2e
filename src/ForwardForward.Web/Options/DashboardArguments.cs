using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace ForwardForward.Web.Options;

/// <summary>Reads the command line of the web application.</summary>
public static class DashboardArguments
{
    private const int MostThreads = 256;

    private static readonly Option<string[]> Urls = WithValue(
        "--urls", "ADDRESSES", "Where to listen, apart by semicolons, such as http://0.0.0.0:8080; default: ASPNETCORE_URLS, else http://localhost:5000");

    private static readonly Option<string[]> Data = WithValue(
        "--data", "DIR", "Folder of runs, checkpoints and downloads; default: FORWARDFORWARD_DATA, else the user's local application data");

    private static readonly Option<string[]> DataSets = WithValue("--datasets", "DIR", "Read-only folder of data sets with mnist/ in it; default: FORWARDFORWARD_DATASETS");

    private static readonly Option<string[]> Threads = WithValue("--threads", "N", $"Threads that train, 1 to {MostThreads}; default: one for every core");

    private static readonly Option<bool> HealthCheck = new("--health-check")
    {
        Description = "Ask the program that listens at these addresses whether it is alive; exit code 0 or 1",
        Arity = ArgumentArity.Zero,
    };

    private static readonly HelpOption Help = new("--help", "-h") { Description = "This text" };

    // Options that want a value, and what it is.
    private static readonly (Option<string[]> Option, string Value)[] Valued =
    [
        (Urls, "an address such as http://127.0.0.1:5000"),
        (Data, "a folder"),
        (DataSets, "a folder"),
        (Threads, $"a whole number from 1 to {MostThreads}"),
    ];

    private static readonly RootCommand Root = CreateRoot();

    /// <summary>Reads the options: <c>--name value</c> or <c>--name=value</c>; of an option that is given twice the last value counts.</summary>
    /// <exception cref="OptionException">An option is unknown, has no value or a wrong one.</exception>
    public static DashboardOptions Parse(IReadOnlyList<string> args)
    {
        var parsed = Root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            throw new OptionException($"There is no option '{unknown}'; there are --urls, --data, --datasets, --threads, --health-check and --help.");
        }

        // Of several options without a value, the first on the line is spoken of.
        var values = Valued.OrderBy(one => args.TakeWhile(argument => !argument.StartsWith(one.Option.Name, StringComparison.Ordinal)).Count())
            .ToDictionary(one => one.Option, one => Value(parsed, one.Option, one.Value));
        return new DashboardOptions
        {
            Urls = values[Urls] is { } urls ? ListenAddresses.Check(urls, "--urls") : null,
            DataDirectory = values[Data],
            DataSetsFolder = values[DataSets],
            Threads = values[Threads] is { } threads ? ThreadCount(threads) : null,
            HealthCheck = parsed.GetResult(HealthCheck) is { Implicit: false },
            Help = parsed.GetResult(Help) is { Implicit: false },
        };
    }

    /// <summary>Writes what <c>--help</c> says.</summary>
    public static void WriteHelp(TextWriter output) => Root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = output });

    // Anything may follow such an option as far as the parser is concerned, so that what is wrong with it is said in one sentence here.
    private static Option<string[]> WithValue(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.ZeroOrMore };

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand("ForwardForward.Web: the laboratory in the browser.");
        root.Directives.Clear();
        root.Options.Clear();
        foreach (var option in new Option[] { Urls, Data, DataSets, Threads, HealthCheck, Help })
        {
            root.Options.Add(option);
        }

        return root;
    }

    private static string? Value(ParseResult parsed, Option<string[]> option, string what)
    {
        if (parsed.GetResult(option) is not { Implicit: false } result)
        {
            return null;
        }

        var values = result.Tokens.Select(token => token.Value).ToList();
        return values.Count >= result.IdentifierTokenCount && values.TrueForAll(value => value.Length > 0 && !value.StartsWith("--", StringComparison.Ordinal))
            ? values[^1]
            : throw new OptionException($"Option {option.Name} needs {what} after it.");
    }

    private static int ThreadCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is >= 1 and <= MostThreads
            ? threads
            : throw new OptionException($"Option --threads must be a whole number from 1 to {MostThreads}; got '{text}'.");
}
