using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Models;

/// <summary>
/// Weights and batched inference of one family of networks, whoever asks: a page that shows it one image, an evaluation, a look at what units
/// answer. It looks at a trainer's weights, or has a copy of its own with a thread of its own, the caller's.
/// </summary>
internal abstract class ImageModel : IModel
{
    private readonly Workers? _workers;

    /// <param name="products">Does the products; null for a model that stands alone, on the caller's thread.</param>
    /// <param name="capacity">Images of a batch, at most.</param>
    /// <param name="triesLabels">Whether every label is tried, so that there is goodness of labels.</param>
    protected ImageModel(MatrixProducts? products, int capacity, bool triesLabels)
    {
        _workers = products is null ? new Workers(1) : null;
        Products = products ?? new MatrixProducts(_workers!);
        (Capacity, TriesLabels) = (capacity, triesLabels);
    }

    /// <summary>Images of a batch, at most.</summary>
    public int Capacity { get; }

    /// <summary>Whether every label is tried.</summary>
    public bool TriesLabels { get; }

    public long Step { get; protected set; }

    /// <summary>Names of the labels; where there are none, their numbers serve.</summary>
    public IReadOnlyList<string> Classes { get; private set; } = [];

    public abstract int PixelsPerImage { get; }

    public abstract long MultiplyAddsPerImage { get; }

    /// <summary>Labels.</summary>
    public abstract int Labels { get; }

    /// <summary>Hidden layers that have goodness.</summary>
    protected virtual int Layers => 0;

    /// <summary>The lowest of them that has a say in classifying.</summary>
    protected virtual int FirstScoringLayer => 0;

    /// <summary>Does the products.</summary>
    protected MatrixProducts Products { get; }

    /// <summary>Whether it stands alone, and so disposes of its weights.</summary>
    protected bool StandsAlone => _workers is not null;

    /// <summary>Runs images that follow one another.</summary>
    public abstract void Run(ImageSet images, int first, int count);

    /// <summary>
    /// What the units of a layer answer to images that follow one another, before normalisation, <c>[count, units]</c>, until the next call; where
    /// the network takes its label with the image, it gets the true one.
    /// </summary>
    public abstract MatrixView Activities(ImageSet images, int first, int count, int layer);

    /// <summary>The label of the highest softmax probability for an image of the last batch.</summary>
    public virtual int LikeliestLabel(int image) => TensorPrimitives.IndexOfMax(Probabilities(image));

    /// <summary>The label of the highest goodness, added up over the scoring layers.</summary>
    public int BestLabel(int image)
    {
        var best = 0;
        for (var label = 1; label < Labels; label++)
        {
            best = Score(image, label) > Score(image, best) ? label : best;
        }

        return best;
    }

    /// <summary>The same model with names for its labels.</summary>
    public ImageModel Naming(IReadOnlyList<string> classes)
    {
        Classes = classes;
        return this;
    }

    public Frame Ask(ReadOnlySpan<byte> probe) => ClassificationFrame.Of(Step, Classify(probe), Classes);

    public Classification Classify(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != PixelsPerImage)
        {
            throw new ArgumentException($"An image has {PixelsPerImage} pixels; got {pixels.Length}.", nameof(pixels));
        }

        Run(pixels);
        return TriesLabels
            ? new Classification(BestLabel(0), OfLabels(label => Score(0, label)), Probabilities(0).ToArray(), [.. Enumerable.Range(0, Layers).Select(layer => OfLabels(label => Goodness(layer, 0, label)))])
            {
                Iterations = Iterations(),
            }
            : new Classification(LikeliestLabel(0), [], Probabilities(0).ToArray(), []);
    }

    public void Dispose()
    {
        Release();
        if (_workers is not null)
        {
            Products.Dispose();
            _workers.Dispose();
        }
    }

    /// <summary>Runs one image.</summary>
    protected abstract void Run(ReadOnlySpan<byte> image);

    /// <summary>Probability of every label by the one-pass softmax for an image of the last batch, <c>[labels]</c>.</summary>
    protected abstract ReadOnlySpan<float> Probabilities(int image);

    /// <summary>Goodness of one image of the last batch with one label in one hidden layer.</summary>
    protected virtual float Goodness(int layer, int image, int label) => throw new NotSupportedException("This network has no goodness of labels.");

    /// <summary>Goodness of every label after every iteration for the first image of the last batch; empty for a network that does not settle.</summary>
    protected virtual float[][] Iterations() => [];

    /// <summary>One value for every label.</summary>
    protected float[] OfLabels(Func<int, float> value) => [.. Enumerable.Range(0, Labels).Select(value)];

    /// <summary>Lets go of matrices.</summary>
    protected abstract void Release();

    private float Score(int image, int label)
    {
        var score = 0f;
        for (var layer = FirstScoringLayer; layer < Layers; layer++)
        {
            score += Goodness(layer, image, label);
        }

        return score;
    }
}
