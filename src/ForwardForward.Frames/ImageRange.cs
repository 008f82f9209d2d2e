namespace ForwardForward.Frames;

/// <summary>What the values of an image mean.</summary>
public enum ImageRange
{
    /// <summary>
    /// Shares in [0, 1]: for one channel ink on paper, for three the light of red, green and blue. Values beyond are drawn as the nearer
    /// end, values that are no numbers as 0.
    /// </summary>
    Share,

    /// <summary>
    /// Signed values around 0 on a scale that is alike on both sides (<see cref="Colours.ColourScale"/>): for one channel vermilion below
    /// and teal above, for three every channel around a middle grey. Values that are no numbers have a colour of their own.
    /// </summary>
    Signed,
}
