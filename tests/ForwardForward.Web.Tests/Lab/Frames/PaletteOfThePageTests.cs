using System.Globalization;
using System.Text.RegularExpressions;
using ForwardForward.Frames.Colours;

namespace ForwardForward.Web.Tests.Lab.Frames;

/// <summary>The page has its colours from its style sheet, files have theirs from the palette: they are the same.</summary>
public sealed partial class PaletteOfThePageTests
{
    [Fact]
    public void TheStyleSheetHasTheColoursOfTheFiles()
    {
        var sheet = File.ReadAllText(Path.Combine(Root(), "wwwroot", "css", "tokens.css"));
        var dark = sheet.IndexOf("[data-theme=\"dark\"]", StringComparison.Ordinal);
        Assert.Equal(FramePalette.Light, Palette(sheet[..dark]));
        Assert.Equal(FramePalette.Dark, Palette(sheet[dark..]));
    }

    private static FramePalette Palette(string sheet)
    {
        var tokens = Token().Matches(sheet).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return new FramePalette(tokens["map-minus"], tokens["map-zero"], tokens["map-plus"], tokens["paper"], tokens["pencil"], tokens["accent"], tokens["map-none"]);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ForwardForward.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"--([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex Token();
}
