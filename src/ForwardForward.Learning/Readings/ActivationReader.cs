using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Readings;

/// <summary>Reads what the units of one layer of a model answer.</summary>
/// <param name="model">The model; disposed of with the reader.</param>
/// <param name="layer">The layer, from 0.</param>
/// <param name="unitShownAt">The unit that viewers see at a position; null where the order is that of the units.</param>
internal sealed class ActivationReader(ImageModel model, int layer, Func<int, int>? unitShownAt = null) : IActivationReader
{
    public int Capacity => model.Capacity;

    public int UnitShownAt(int position) => unitShownAt?.Invoke(position) ?? position;

    public MatrixView Read(ImageSet images, int first, int count) => model.Activities(images, first, count, layer);

    public void Dispose() => model.Dispose();
}
