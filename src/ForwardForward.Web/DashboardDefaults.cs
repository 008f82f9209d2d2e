namespace ForwardForward.Web;

/// <summary>Settings that hold unless the environment says otherwise.</summary>
public static class DashboardDefaults
{
    /// <summary>Quiet logs: what happens to runs is told, what happens to requests only when it goes wrong.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:System"] = "Warning",

        // It tells every refusal as a failure with a stack; ours are told by SentenceFilter.
        ["Logging:LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher"] = "None",

        // It warns of keys that are not encrypted: they lie in the data directory, under its access rights.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    /// <summary>Whether no address was given by option or environment, so that the server takes loopback.</summary>
    public static bool ListensBecauseNobodySaid(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration[WebHostDefaults.ServerUrlsKey])
        && string.IsNullOrEmpty(configuration["HTTP_PORTS"])
        && string.IsNullOrEmpty(configuration["HTTPS_PORTS"])
        && !configuration.GetSection("Kestrel:Endpoints").Exists();
}
