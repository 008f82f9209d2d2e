using System.Security.Cryptography;

namespace ForwardForward.Runs;

/// <summary>Names of runs: 12 lower-case letters and digits.</summary>
internal static class RunId
{
    private const int Length = 12;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Whether a text has the form of a name.</summary>
    public static bool IsValid(string? text) => text?.Length == Length && text.All(Letters.Contains);

    /// <summary>A name that no other run has.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);
}
