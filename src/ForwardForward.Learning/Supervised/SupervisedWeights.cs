using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readout;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Supervised;

/// <summary>All that is learnt: the first layer, the layers above it, and the softmax head. A second one serves as velocity.</summary>
public sealed class SupervisedWeights : IDisposable
{
    /// <summary>Allocates zeros.</summary>
    /// <param name="pixels">Pixels of an image.</param>
    /// <param name="labels">Labels.</param>
    /// <param name="hiddenUnits">Units of every hidden layer, bottom first.</param>
    public SupervisedWeights(int pixels, int labels, IReadOnlyList<int> hiddenUnits)
    {
        HiddenUnits = [.. hiddenUnits];
        First = new LabelledImageLayer(pixels, labels, hiddenUnits[0]);
        Upper = [.. hiddenUnits.Zip(hiddenUnits.Skip(1), (inputs, units) => new DenseLayer(inputs, units))];
        Head = new SoftmaxHead([.. hiddenUnits.Skip(FirstScoringLayer)], labels);
    }

    /// <summary>Units of every hidden layer, bottom first.</summary>
    public IReadOnlyList<int> HiddenUnits { get; }

    /// <summary>
    /// The lowest layer that has a say in classifying: the second, since the first sees the label itself (paper, section 3.3); the only
    /// one of a network that has one.
    /// </summary>
    public int FirstScoringLayer => HiddenUnits.Count > 1 ? 1 : 0;

    /// <summary>The layer that sees label and image.</summary>
    public LabelledImageLayer First { get; }

    /// <summary>The second layer and those above.</summary>
    public IReadOnlyList<DenseLayer> Upper { get; }

    /// <summary>Weights of the hidden layers.</summary>
    public long Connections => ((long)First.Pixels * First.Units) + Upper.Sum(layer => (long)layer.Inputs * layer.Units);

    /// <summary>The softmax on all hidden layers but the first.</summary>
    public SoftmaxHead Head { get; }

    /// <summary>Biases of a hidden layer, <c>[units]</c>.</summary>
    public float[] Biases(int layer) => layer == 0 ? First.Biases : Upper[layer - 1].Biases;

    /// <summary>Draws the hidden layers' weights; the head starts at zero.</summary>
    public void Initialise(RandomStream random)
    {
        First.Initialise(random.Fork("weights", 1));
        for (var i = 0; i < Upper.Count; i++)
        {
            Upper[i].Initialise(random.Fork("weights", i + 2));
        }
    }

    /// <summary>Whether another network has the same shapes.</summary>
    public bool HasShapeOf(SupervisedWeights other) =>
        First.Pixels == other.First.Pixels && First.Labels == other.First.Labels && HiddenUnits.SequenceEqual(other.HiddenUnits);

    /// <summary>Takes over the values of a network of the same shapes.</summary>
    public void CopyFrom(SupervisedWeights other)
    {
        First.CopyFrom(other.First);
        for (var i = 0; i < Upper.Count; i++)
        {
            Upper[i].CopyFrom(other.Upper[i]);
        }

        Head.CopyFrom(other.Head);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        First.Dispose();
        foreach (var layer in Upper)
        {
            layer.Dispose();
        }

        Head.Dispose();
    }
}
