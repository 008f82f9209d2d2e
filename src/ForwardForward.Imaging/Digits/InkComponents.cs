namespace ForwardForward.Imaging.Digits;

/// <summary>Connected patches of ink: the digit's strokes are kept, specks and what reaches in from the edge are wiped out.</summary>
internal static class InkComponents
{
    private const float InkFrom = 0.3f;
    private const double SpeckShare = 0.02;
    private const double EnoughInside = 0.3;

    // A digit that runs over the edge crosses it with a pen's width; shadows and frames lie along it.
    private const double LongestCrossing = 0.125;

    /// <summary>Wipes out patches smaller than 2 % of the largest; and those that lie along the edge, if enough ink is left without them.</summary>
    public static GreyPicture Clean(GreyPicture ink)
    {
        var patches = new List<(int Size, bool IsFrame)>();
        var patchOf = Label(ink, patches);
        if (patches.Count < 2)
        {
            return ink;
        }

        var inside = patches.Where(patch => !patch.IsFrame).Sum(patch => patch.Size);
        var withoutFrames = inside >= EnoughInside * patches.Sum(patch => patch.Size);
        var candidates = patches.Where(patch => !withoutFrames || !patch.IsFrame);
        var speck = SpeckShare * candidates.Max(patch => patch.Size);
        var values = (float[])ink.Values.Clone();
        for (var i = 0; i < values.Length; i++)
        {
            if (patchOf[i] is var patch && patch >= 0 && (patches[patch].Size < speck || (withoutFrames && patches[patch].IsFrame)))
            {
                values[i] = 0;
            }
        }

        return ink with { Values = values };
    }

    /// <summary>Numbers the patches, diagonal neighbours included, and gives each pixel its patch or -1.</summary>
    private static int[] Label(GreyPicture ink, List<(int Size, bool IsFrame)> patches)
    {
        var patchOf = new int[ink.Values.Length];
        Array.Fill(patchOf, -1);
        var open = new Stack<int>();
        for (var start = 0; start < patchOf.Length; start++)
        {
            if (patchOf[start] >= 0 || ink.Values[start] < InkFrom)
            {
                continue;
            }

            patchOf[start] = patches.Count;
            open.Push(start);
            var (size, onEdge) = (0, 0);
            while (open.TryPop(out var pixel))
            {
                size++;
                var (x, y) = (pixel % ink.Width, pixel / ink.Width);
                onEdge += x == 0 || y == 0 || x == ink.Width - 1 || y == ink.Height - 1 ? 1 : 0;
                for (var neighbour = 0; neighbour < 9; neighbour++)
                {
                    var (column, row) = (x + (neighbour % 3) - 1, y + (neighbour / 3) - 1);
                    var at = (row * ink.Width) + column;
                    if (column >= 0 && row >= 0 && column < ink.Width && row < ink.Height && patchOf[at] < 0 && ink.Values[at] >= InkFrom)
                    {
                        patchOf[at] = patches.Count;
                        open.Push(at);
                    }
                }
            }

            patches.Add((size, onEdge > LongestCrossing * Math.Max(ink.Width, ink.Height)));
        }

        return patchOf;
    }
}
