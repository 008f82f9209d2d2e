namespace ForwardForward.Web.ViewModels.Curves;

/// <summary>Neighbouring points of a curve as one.</summary>
/// <param name="X">Mean position, in epochs.</param>
/// <param name="Mean">Mean value.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Points">How many points it stands for.</param>
/// <param name="Step">Mean position, in batches.</param>
/// <param name="Seconds">Mean position, in seconds of training.</param>
public readonly record struct Bucket(double X, double Mean, double Low, double High, int Points, double Step = 0, double Seconds = 0)
{
    /// <summary>Two buckets as one.</summary>
    public Bucket With(Bucket other)
    {
        var (mine, points) = (Points, Points + other.Points);
        double Weighted(double a, double b) => ((a * mine) + (b * other.Points)) / points;
        return new Bucket(
            Weighted(X, other.X),
            Weighted(Mean, other.Mean),
            Math.Min(Low, other.Low),
            Math.Max(High, other.High),
            points,
            Weighted(Step, other.Step),
            Weighted(Seconds, other.Seconds));
    }
}
