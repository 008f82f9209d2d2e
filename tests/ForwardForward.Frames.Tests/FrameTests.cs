namespace ForwardForward.Frames.Tests;

/// <summary>What makes no frame is refused with a sentence that names it.</summary>
public sealed class FrameTests
{
    private static readonly ImageFrame Six = new(0, new(2, 2), ImageRange.Signed, new float[24]);

    [Fact]
    public void StepsCountFromZero()
    {
        Refused("step is -1", () => new GroupFrame(-1, []));
        Refused("step is", () => new GroupFrame(long.MaxValue, []));
    }

    [Fact]
    public void ImagesHaveAShapeThatCanBeDrawnAndWholeTiles()
    {
        Assert.Equal((6, FrameKind.Image), (Six.Count, Six.Kind));
        Refused("5 values do not fill whole images of 2 x 2, which have 4 each", () => new ImageFrame(0, new(2, 2), ImageRange.Share, new float[5]));
        Refused("channels 1 or 3", () => new ImageFrame(0, new(2, 2, 2), ImageRange.Share, []));
        Refused("sides are 1 to 1024", () => new ImageFrame(0, new(0, 2), ImageRange.Share, []));
    }

    [Fact]
    public void WhatIsSaidOfTilesSuitsTheirNumber()
    {
        Refused("2 captions for 6 tiles", () => Six with { Captions = ["a", "b"] });
        Refused("a (4), b (3)", () => Six with { Groups = [new("a", 4), new("b", 3)] });
        Refused("b (0)", () => Six with { Groups = [new("a", 6), new("b", 0)] });
        Refused("4 leading values", () => Six with { LabelValues = 4 });
        Refused("-1", () => Six with { First = -1 });
        Refused("2 x 2 locations of 2 pixels", () => Six with { Locations = new(2, 2, 2, 1) });
        Refused("4 x 1 locations of 1 pixels", () => Six with { Locations = new(4, 1, 1, 1) });
        Assert.NotNull((Six with { Locations = new(2, 1, 1, 1), Groups = [new("a", 2), new("b", 4)] }).Locations);
    }

    [Fact]
    public void GridsAreFull()
    {
        var grid = new GridFrame(0, ["a", "b"], [new("x"), new("y"), new("z")], [1, 2, 3, 4, 5, 6]);
        Assert.Equal(6, grid.At(1, 2));
        Refused("1 values do not fill a grid of 1 rows and 2 columns", () => new GridFrame(0, ["a"], [new("x"), new("y")], [1]));
        Refused("row 2", () => grid with { Mark = new(2, null, "it") });
        Refused("column -1", () => grid with { Mark = new(null, -1, "it") });
        Assert.True((grid with { Mark = new(1, null, "it") }).Mark!.Has(1, 2));
    }

    [Fact]
    public void PositionsRiseAndLinesHaveAValueAtEach()
    {
        Refused("Position 1 on the axis is 1", () => new SeriesFrame(0, "iteration", [1, 1], []));
        Refused("Position 0 on the axis is NaN", () => new SeriesFrame(0, "iteration", [float.NaN], []));
        Refused("The line seven has 1 values for 2 positions", () => new SeriesFrame(0, "iteration", [1, 2], [new("seven", [1])]));
        Refused("begins at 3 and ends at 2", () => new SeriesFrame(0, "iteration", [], []) { Band = new("counted", 3, 2) });
    }

    [Fact]
    public void CharactersHaveAValueEach()
    {
        Assert.Equal(3, new TextFrame(0, "a🙂b", [1, 2, 3]).Values.Length);
        Refused("2 values for 3 characters", () => new TextFrame(0, "abc", [1, 2]));
        Refused("half of a character at 1", () => new TextFrame(0, "a\ud83d", [1, 2]));
        Refused("4 characters are said to be given of 3", () => new TextFrame(0, "abc", new float[3]) { Given = 4 });
        Refused("full colour is 0", () => new TextFrame(0, "abc", new float[3]) { Full = 0 });
    }

    [Fact]
    public void FramesOfAGroupHaveNamesOfTheirOwnAndAreNotNestedWithoutEnd()
    {
        Frame frame = new GroupFrame(0, [new("image", Six)]);
        Assert.Same(Six, ((GroupFrame)frame).Find("image"));
        Assert.Null(((GroupFrame)frame).Find("text"));
        Refused("Two frames of a group are called a", () => new GroupFrame(0, [new("a", Six), new("a", Six)]));
        for (var depth = 2; depth <= GroupFrame.DeepestNesting; depth++)
        {
            frame = new GroupFrame(0, [new("inner", frame)]);
        }

        Refused("Groups lie 9 deep", () => new GroupFrame(0, [new("inner", frame)]));
    }

    private static void Refused(string part, Func<Frame> make) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => { make(); }).Message, StringComparison.Ordinal);
}
