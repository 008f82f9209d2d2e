namespace ForwardForward.Imaging;

/// <summary>A legend below tiles: a bar of colours with numbers below both ends and the middle.</summary>
/// <param name="Colours">The colours from left to right, 0xRRGGBB.</param>
/// <param name="Low">What the left end stands for: digits and <c>+ - . e</c>; "" for nothing.</param>
/// <param name="Middle">What the middle stands for.</param>
/// <param name="High">What the right end stands for.</param>
/// <param name="Paper">Colour of the strip that it stands on.</param>
/// <param name="Ink">Colour of the numbers.</param>
public sealed record ColourBar(IReadOnlyList<int> Colours, string Low, string Middle, string High, int Paper = 0xffffff, int Ink = 0x1b1c21);
