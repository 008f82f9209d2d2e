using System.Numerics.Tensors;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Pictures;

/// <summary>One unit, looked at closely.</summary>
/// <param name="Unit">Its number in the layer, from 0.</param>
/// <param name="Rms">Root mean square of the weights of its picture, label pixels left out.</param>
/// <param name="Highest">The largest of them.</param>
/// <param name="Lowest">The smallest of them.</param>
/// <param name="Favours">The label whose pixel raises its activity most; null where there are no label pixels.</param>
/// <param name="Opposes">The label whose pixel lowers it most; null where there are none.</param>
public sealed record UnitReading(int Unit, double Rms, float Highest, float Lowest, int? Favours, int? Opposes)
{
    /// <summary>Reads one of the fields; null when it is not among them.</summary>
    public static UnitReading? Of(ReceptiveFields fields, int index)
    {
        var size = fields.FieldWidth * fields.FieldHeight;
        if (size == 0 || index < 0 || (index + 1) * size > fields.Fields.Length)
        {
            return null;
        }

        var field = fields.Fields.AsSpan(index * size, size);
        var count = Math.Clamp(fields.LabelPixels, 0, size - 1);
        var labels = field[..count];
        var picture = field[count..];
        return new UnitReading(
            fields.FirstUnit + index,
            Math.Sqrt((double)TensorPrimitives.SumOfSquares(picture) / picture.Length),
            TensorPrimitives.Max(picture),
            TensorPrimitives.Min(picture),
            count > 0 ? TensorPrimitives.IndexOfMax(labels) : null,
            count > 0 ? TensorPrimitives.IndexOfMin(labels) : null);
    }
}
