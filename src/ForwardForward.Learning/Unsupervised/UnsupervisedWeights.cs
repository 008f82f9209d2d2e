using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readout;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>All that is learnt: the hidden layers and the softmax head on the last three of them. A second one serves as velocity.</summary>
internal sealed class UnsupervisedWeights : IDisposable
{
    private const int ReadLayers = 3;

    public UnsupervisedWeights(IReadOnlyList<IHiddenLayer> layers, int labels)
    {
        Layers = layers;
        Head = new SoftmaxHead([.. layers.Skip(FirstReadLayer).Select(layer => layer.Units)], labels);
    }

    /// <summary>The hidden layers, bottom first.</summary>
    public IReadOnlyList<IHiddenLayer> Layers { get; }

    /// <summary>The lowest layer that the head reads: the last three are (paper, section 3.2).</summary>
    public int FirstReadLayer => Math.Max(0, Layers.Count - ReadLayers);

    /// <summary>The softmax.</summary>
    public SoftmaxHead Head { get; }

    /// <summary>Others of the same shapes, all zeros.</summary>
    public UnsupervisedWeights MakeEmpty() => new([.. Layers.Select(layer => layer.MakeEmpty())], Head.Labels);

    /// <summary>Draws the hidden layers' weights; the head starts at zero.</summary>
    public void Initialise(RandomStream random)
    {
        for (var i = 0; i < Layers.Count; i++)
        {
            Layers[i].Initialise(random.Fork("weights", i + 1));
        }
    }

    /// <summary>Takes over the values of others of the same shapes.</summary>
    public void CopyFrom(UnsupervisedWeights other)
    {
        for (var i = 0; i < Layers.Count; i++)
        {
            Layers[i].CopyFrom(other.Layers[i]);
        }

        Head.CopyFrom(other.Head);
    }

    /// <summary>Every matrix, under its name in a state.</summary>
    public IEnumerable<StatePart> Parts(string prefix)
    {
        for (var i = 0; i < Layers.Count; i++)
        {
            var layer = Layers[i];
            yield return StatePart.Of($"{prefix}layer-{i + 1}/weights", layer);
            yield return StatePart.Of($"{prefix}layer-{i + 1}/biases", layer.Biases);
        }

        for (var i = 0; i < Head.Weights.Count; i++)
        {
            yield return StatePart.Of($"{prefix}head/layer-{FirstReadLayer + i + 1}/weights", Head.Weights[i]);
        }

        yield return StatePart.Of($"{prefix}head/biases", Head.Biases);
    }

    public void Dispose()
    {
        foreach (var layer in Layers)
        {
            layer.Dispose();
        }

        Head.Dispose();
    }
}
