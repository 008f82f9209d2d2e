namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>Numbers as JSON can carry them: what is no finite number becomes null.</summary>
public static class Finite
{
    /// <summary>The number, or null when it is NaN or infinite.</summary>
    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;

    /// <summary>The numbers, null where they are NaN or infinite.</summary>
    public static float?[] OrNull(float[] values) => Array.ConvertAll(values, value => float.IsFinite(value) ? value : (float?)null);

    /// <summary>Named numbers, null where they are NaN or infinite.</summary>
    public static Dictionary<string, double?> OrNull(IReadOnlyDictionary<string, double> values) =>
        values.ToDictionary(pair => pair.Key, pair => OrNull(pair.Value));
}
