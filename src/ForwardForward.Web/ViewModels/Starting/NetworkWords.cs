using ForwardForward.Learning.Trainers;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>A network in a few words.</summary>
public static class NetworkWords
{
    /// <summary>Such as "3 layers of 1,000", "2 convolutions (32, 64), 1 layer of 500" or "3 layers of local fields (128, 220, 512 a place)"; empty where nothing is known.</summary>
    public static string Of(TrainingSettings settings) => string.Join(", ", settings.Outline.GroupBy(layer => layer.Kind, layer => layer.Units).Select(group => Of(group.Key, [.. group])));

    private static string Of(LayerKind kind, int[] units) => kind switch
    {
        LayerKind.Convolution => $"{Several(units.Length, "convolution")} ({Joined(units)})",
        LayerKind.Local => $"{Several(units.Length, "layer")} of local fields ({Joined(units)} a place)",
        _ when units.Distinct().Count() == 1 => $"{Several(units.Length, "layer")} of {Figures.Count(units[0])}",
        _ => $"{Several(units.Length, "layer")} ({Joined(units)})",
    };

    private static string Several(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";

    private static string Joined(IEnumerable<int> counts) => string.Join(", ", counts.Select(count => Figures.Count(count)));
}
