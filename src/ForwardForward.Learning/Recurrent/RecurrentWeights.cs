using ForwardForward.Frames;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readout;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// All that is learnt: weights up and weights down, which are not tied, weights from the label into the top hidden layer, and the softmax head,
/// which reads all hidden layers of the bottom-up pass since none of them sees a label there. A second one serves as velocity.
/// </summary>
public sealed class RecurrentWeights : IDisposable
{
    private readonly IReadOnlyList<LayerShape> _shapes;
    private readonly ImageShape _image;

    /// <summary>Allocates zeros.</summary>
    /// <param name="shapes">The hidden layers, bottom first.</param>
    /// <param name="image">How the pixels of an image lie.</param>
    /// <param name="labels">Labels.</param>
    /// <exception cref="ArgumentException">There is no layer, one has no unit, or its field is not within what the layer below offers.</exception>
    public RecurrentWeights(IReadOnlyList<LayerShape> shapes, ImageShape image, int labels)
    {
        (_shapes, _image) = (shapes, image);
        Up = LayerShape.Make(shapes, image);
        Down = LayerShape.MakeDownwards(shapes, image);
        HiddenUnits = [.. Up.Select(layer => layer.Units)];
        LabelWeights = new Matrix(labels, HiddenUnits[^1]);
        Head = new SoftmaxHead(HiddenUnits, labels);
    }

    /// <summary>Units of every hidden layer, bottom first.</summary>
    public IReadOnlyList<int> HiddenUnits { get; }

    /// <summary>Weights from the layer below, and biases; dense or local.</summary>
    public IReadOnlyList<IHiddenLayer> Up { get; }

    /// <summary>Weights from the layer above for every hidden layer but the top one, dense or local; their biases play no part.</summary>
    public IReadOnlyList<IHiddenLayer> Down { get; }

    /// <summary>Weights from the label into the top hidden layer, <c>[labels, units]</c>.</summary>
    public Matrix LabelWeights { get; }

    /// <summary>The softmax on all hidden layers of the bottom-up pass.</summary>
    public SoftmaxHead Head { get; }

    /// <summary>Weights of the hidden layers, up and down, those from the label among them.</summary>
    public long Connections => Enumerable.Range(0, Up.Count).Sum(layer => ConnectionsUp(layer) + ConnectionsDown(layer));

    /// <summary>Pixels of an image.</summary>
    public int Pixels => Up[0].Inputs;

    /// <summary>Labels.</summary>
    public int Labels => LabelWeights.Rows;

    /// <summary>Weights from the layer below a hidden layer.</summary>
    public long ConnectionsUp(int layer) => Up[layer].Connections;

    /// <summary>Weights from the layer above a hidden layer, or from the label.</summary>
    public long ConnectionsDown(int layer) =>
        layer < Down.Count ? Down[layer].Connections : (long)Labels * Up[layer].Units;

    /// <summary>Draws every weight of the hidden layers from <c>N(0, 1) / sqrt(inputs that a unit sees)</c>; the head starts at zero.</summary>
    public void Initialise(RandomStream random)
    {
        for (var layer = 0; layer < Up.Count; layer++)
        {
            Up[layer].Initialise(random.Fork("weights", layer + 1));
        }

        for (var layer = 0; layer < Down.Count; layer++)
        {
            Down[layer].Initialise(random.Fork("down-weights", layer + 1));
        }

        InitialWeights.Draw(LabelWeights, Labels, random.Fork("label-weights"));
    }

    /// <summary>Others of the same shapes, all zeros.</summary>
    public RecurrentWeights MakeEmpty() => new(_shapes, _image, Labels);

    /// <summary>Whether another network has the same shapes.</summary>
    public bool HasShapeOf(RecurrentWeights other) =>
        (_image, Labels) == (other._image, other.Labels) && _shapes.SequenceEqual(other._shapes);

    /// <summary>Takes over the values of a network of the same shapes.</summary>
    public void CopyFrom(RecurrentWeights other)
    {
        for (var layer = 0; layer < Up.Count; layer++)
        {
            Up[layer].CopyFrom(other.Up[layer]);
        }

        for (var layer = 0; layer < Down.Count; layer++)
        {
            Down[layer].CopyFrom(other.Down[layer]);
        }

        other.LabelWeights.Values.CopyTo(LabelWeights.Values);
        Head.CopyFrom(other.Head);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var up in Up)
        {
            up.Dispose();
        }

        foreach (var down in Down)
        {
            down.Dispose();
        }

        LabelWeights.Dispose();
        Head.Dispose();
    }

    /// <summary>Every matrix by name.</summary>
    internal IEnumerable<StatePart> Parts(string prefix)
    {
        for (var layer = 0; layer < Up.Count; layer++)
        {
            yield return StatePart.Of($"{prefix}layer-{layer + 1}/weights", Up[layer]);
            yield return StatePart.Of($"{prefix}layer-{layer + 1}/biases", Up[layer].Biases);
            yield return layer < Down.Count
                ? StatePart.Of($"{prefix}layer-{layer + 1}/down-weights", Down[layer])
                : new StatePart(
                    $"{prefix}layer-{layer + 1}/label-weights", LabelWeights.Rows, LabelWeights.Columns,
                    values => LabelWeights.View.CopyTo(values), values => values.View.CopyTo(LabelWeights));
            yield return StatePart.Of($"{prefix}head/layer-{layer + 1}/weights", Head.Weights[layer]);
        }

        yield return StatePart.Of($"{prefix}head/biases", Head.Biases);
    }
}
