using ForwardForward.Experiments;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>A network in a few words.</summary>
public static class NetworkWords
{
    /// <summary>Such as "3 layers of 1,000", "2 convolutions (32, 64), 1 layer of 500" or "3 layers of local fields (128, 220, 512 a place)".</summary>
    public static string Of(NetworkSettings network)
    {
        var parts = new List<string>();
        if (network.Channels.Count > 0)
        {
            parts.Add($"{Several(network.Channels.Count, "convolution")} ({Joined(network.Channels)})");
        }

        if (network.FieldSizes.Count > 0)
        {
            parts.Add($"{Several(network.HiddenUnits.Count, "layer")} of local fields ({Joined(network.HiddenUnits)} a place)");
        }
        else
        {
            parts.Add(network.HiddenUnits.Distinct().Count() == 1
                ? $"{Several(network.HiddenUnits.Count, "layer")} of {Figures.Count(network.HiddenUnits[0])}"
                : $"{Several(network.HiddenUnits.Count, "layer")} ({Joined(network.HiddenUnits)})");
        }

        return string.Join(", ", parts);
    }

    private static string Several(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";

    private static string Joined(IEnumerable<int> counts) => string.Join(", ", counts.Select(count => Figures.Count(count)));
}
