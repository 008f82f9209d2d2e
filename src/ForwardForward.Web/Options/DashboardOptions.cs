namespace ForwardForward.Web.Options;

/// <summary>What the application is told when it starts.</summary>
public sealed record DashboardOptions
{
    /// <summary>Addresses to listen on, apart by semicolons; null leaves it to <c>ASPNETCORE_URLS</c>, else loopback.</summary>
    public string? Urls { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="OptionException">An option is unknown or its value wrong.</exception>
    public static DashboardOptions Parse(IReadOnlyList<string> args)
    {
        var options = new DashboardOptions();
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--urls" when i + 1 < args.Count => options with { Urls = args[++i] },
                var other => throw new OptionException($"There is no option '{other}'; there is --urls ADDRESS."),
            };
        }

        return options;
    }
}
