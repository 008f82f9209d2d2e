namespace ForwardForward.Imaging.Codec;

/// <summary>What a picture may cost before it is refused. Files come from anybody, and a small one can claim to be very large.</summary>
internal static class PictureLimits
{
    /// <summary>Bytes that a file may have.</summary>
    public const int FileBytes = 10_000_000;

    /// <summary>Width and height that a picture may have.</summary>
    public const int Side = 10_000;

    /// <summary>Pixels that a picture may have.</summary>
    public const int Pixels = 25_000_000;

    /// <summary>
    /// Passes over the picture that a progressive JPEG may be stored in. Usual are ten; each one may visit every block of the picture though
    /// it has hardly a byte, so a small file of many passes would keep a processor busy for minutes.
    /// </summary>
    public const int Scans = 100;

    /// <summary>
    /// Megabytes that decoding may hold at one time. The largest PNG takes 100, the largest JPEG 75, of several passes 150 with colours at half
    /// the resolution, as cameras store them; only several passes with full colours would take more (225).
    /// </summary>
    public const int DecodingMegabytes = 190;
}
