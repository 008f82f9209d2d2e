namespace ForwardForward.Web.ViewModels.Curves;

/// <summary>Neighbouring points of a curve as one.</summary>
/// <param name="X">Mean position.</param>
/// <param name="Mean">Mean value.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Points">How many points it stands for.</param>
public readonly record struct Bucket(double X, double Mean, double Low, double High, int Points)
{
    /// <summary>The bucket with one more point.</summary>
    public Bucket With(double x, double y) => With(new Bucket(x, y, y, y, 1));

    /// <summary>Two buckets as one.</summary>
    public Bucket With(Bucket other)
    {
        var points = Points + other.Points;
        return new Bucket(
            ((X * Points) + (other.X * other.Points)) / points,
            ((Mean * Points) + (other.Mean * other.Points)) / points,
            Math.Min(Low, other.Low),
            Math.Max(High, other.High),
            points);
    }
}
