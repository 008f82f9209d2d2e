using ForwardForward.Web.Endpoints.Problems;

namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>Checks numbers that come from outside.</summary>
public static class ArgumentRange
{
    /// <summary>The number itself when it lies in the range.</summary>
    /// <exception cref="RequestException">It does not; the message names it, its value and the range.</exception>
    public static int Check(string name, int value, int least, int most) =>
        value >= least && value <= most ? value : throw RequestException.Bad($"Parameter '{name}' must be from {least} to {most}; got {value}.");

    /// <summary>The number itself when it is not negative.</summary>
    /// <exception cref="RequestException">It is negative.</exception>
    public static long NotNegative(string name, long value) =>
        value >= 0 ? value : throw RequestException.Bad($"Parameter '{name}' must be 0 or more; got {value}.");

    /// <summary>The number itself when it is finite and lies in the range.</summary>
    /// <exception cref="RequestException">It is no finite number, or outside.</exception>
    public static double Check(string name, double value, double least, double most) =>
        value >= least && value <= most ? value : throw RequestException.Bad($"Parameter '{name}' must be a number from {least} to {most}; got {value}.");
}
