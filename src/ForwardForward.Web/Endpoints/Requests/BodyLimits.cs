using ForwardForward.Imaging;

namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>How many bytes a body may have.</summary>
public static class BodyLimits
{
    /// <summary>Enough for any JSON command, and for 784 bytes.</summary>
    public const int Command = 64 * 1024;

    /// <summary>Strokes: tens of thousands of points, far more than a hand draws.</summary>
    public const int Strokes = 1024 * 1024;

    /// <summary>A photograph from a telephone.</summary>
    public const int Picture = DigitPreparation.MaximumFileBytes;

    /// <summary>A run in a file: the largest networks of the recipes, several times over.</summary>
    public const int Run = 512 * 1024 * 1024;

    /// <summary>Past this the server stops reading and hangs up; below it a body too large is read to its end, so that its sender can read why it was refused.</summary>
    public const int HangUp = 64 * 1024 * 1024;
}
