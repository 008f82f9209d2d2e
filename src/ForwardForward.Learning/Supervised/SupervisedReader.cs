using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Supervised;

/// <summary>Reads batches with the present weights of a supervised network.</summary>
internal sealed class SupervisedReader(SupervisedWeights weights, SupervisedOptions options, MatrixProducts products, bool byGoodness) : IBatchReader
{
    private readonly LabelledBatch _batch = new(BatchSize, weights.First.Pixels, weights.First.Labels);
    private readonly LabelClassifier _classifier = new(weights, options, products, BatchSize, byGoodness);

    // Every image has a row for every label in every layer: larger batches cost memory and win no time.
    public const int BatchSize = 50;

    public int Capacity => BatchSize;

    public bool ByGoodness => byGoodness;

    public void Read(ImageSet images, int first, int count)
    {
        _batch.Load(images, first, count);
        _classifier.Run(_batch);
    }

    public int BySoftmax(int image) => _classifier.LikeliestLabel(image);

    public int ByGoodnessOfLabels(int image, int count) => _classifier.BestLabel(image, count);

    public void Dispose()
    {
        _classifier.Dispose();
        _batch.Dispose();
    }
}
