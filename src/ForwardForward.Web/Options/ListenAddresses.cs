using System.Net;
using Microsoft.AspNetCore.Http;

namespace ForwardForward.Web.Options;

/// <summary>Addresses that the application listens on, as text.</summary>
public static class ListenAddresses
{
    /// <summary>The addresses themselves when all of them can be read.</summary>
    /// <exception cref="OptionException">One is no address; the message names it and the option.</exception>
    public static string Check(string addresses, string option)
    {
        foreach (var address in addresses.Split(';'))
        {
            if (!IsAddress(address))
            {
                throw new OptionException($"{option} must be addresses such as http://127.0.0.1:5000 with a port from 0 to {IPEndPoint.MaxPort}, apart by semicolons; got '{address}'.");
            }
        }

        return addresses;
    }

    /// <summary>The same address as somebody at this machine types it: wildcards become localhost.</summary>
    public static string ForBrowser(string address)
    {
        var parsed = BindingAddress.Parse(address);
        return parsed.Host is "*" or "+" or "0.0.0.0" or "[::]" ? $"{parsed.Scheme}://localhost:{parsed.Port}" : address;
    }

    private static bool IsAddress(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed is { Scheme: "http" or "https", Port: >= 0 and <= IPEndPoint.MaxPort, PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
