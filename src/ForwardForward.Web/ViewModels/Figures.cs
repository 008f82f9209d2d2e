using System.Globalization;
using ForwardForward.Frames;

namespace ForwardForward.Web.ViewModels;

/// <summary>Figures as people read them; one way of writing each kind, everywhere.</summary>
public static class Figures
{
    /// <summary>What stands where there is no figure yet.</summary>
    public const string None = "–";

    /// <summary>An error rate that is already in percent, such as "1.44 %" with a space that does not break.</summary>
    public static string Percent(double? percent) =>
        percent is { } value && double.IsFinite(value) ? string.Create(CultureInfo.InvariantCulture, $"{value:0.00}\u00a0%") : None;

    /// <summary>A score in the unit of its measure.</summary>
    public static string Score(double? value, ScoreInfo measure) => measure.Unit switch
    {
        "%" => Percent(value),
        "" => Value(value),
        var unit => Value(value) is var text && text == None ? None : $"{text}\u00a0{unit}",
    };

    /// <summary>A share in [0, 1] as percent, such as "34 %".</summary>
    public static string Share(double? share) =>
        share is { } value && double.IsFinite(value) ? string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.#}\u00a0%") : None;

    /// <summary>A count with thin groups, such as "12,500".</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A measured value with three digits or so.</summary>
    public static string Value(double? value) => value switch
    {
        null => None,
        { } number when !double.IsFinite(number) => None,
        { } number when Math.Abs(number) >= 1000 => number.ToString("#,0", CultureInfo.InvariantCulture),
        { } number when Math.Abs(number) >= 100 => number.ToString("0", CultureInfo.InvariantCulture),
        { } number when Math.Abs(number) >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        { } number => number.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>A length of time, such as "48 s", "3 min 20 s" or "2 h 5 min".</summary>
    public static string Duration(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Clamp(double.IsNaN(seconds) ? 0 : seconds, 0, 1e9));
        return time switch
        {
            { TotalSeconds: < 9.95 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
            { TotalSeconds: < 59.5 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
            { TotalHours: < 1 } => $"{(int)time.TotalMinutes} min {time.Seconds} s",
            _ => $"{(int)time.TotalHours} h {time.Minutes} min",
        };
    }

    /// <summary>A moment as a person would say it soon after, such as "just now", "5 min ago", else the day and time, UTC.</summary>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now) => (now - moment) switch
    {
        { TotalSeconds: < 60 } => "just now",
        { TotalMinutes: < 60 } age => $"{(int)age.TotalMinutes} min ago",
        { TotalHours: < 24 } age => $"{(int)age.TotalHours} h ago",
        _ => moment.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture),
    };
}
