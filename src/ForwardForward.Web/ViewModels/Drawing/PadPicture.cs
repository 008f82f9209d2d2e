using System.Globalization;

namespace ForwardForward.Web.ViewModels.Drawing;

/// <summary>What a picture on the pad is, as the browser keeps it: a digit of a test set, or somebody's file.</summary>
/// <param name="Kind"><c>test</c> or <c>file</c>.</param>
/// <param name="Index">Where a test digit stands in its set.</param>
/// <param name="Label">What a test digit truly is.</param>
/// <param name="Name">Name of the file.</param>
public sealed record PadPicture(string? Kind, int? Index = null, int? Label = null, string? Name = null)
{
    private const int LongestName = 40;

    /// <summary>A digit of a test set.</summary>
    public static PadPicture Test(int index, int label) => new("test", index, label);

    /// <summary>The true label; null where nobody knows it.</summary>
    public int? Truth => Kind == "test" && Label is >= 0 and <= 9 ? Label : null;

    /// <summary>What it is, in words.</summary>
    public string Words => Kind == "test" && Index is { } index
        ? $"Test digit {index.ToString("#,0", CultureInfo.InvariantCulture)}"
        : string.IsNullOrWhiteSpace(Name) ? "A picture" : Short(Name);

    /// <summary>A file's name, cut where it is long.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
