using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Recurrent;

/// <summary>Reads batches with the present weights of a recurrent network.</summary>
internal sealed class RecurrentReader(RecurrentWeights weights, RecurrentOptions options, MatrixProducts products, bool byGoodness) : IBatchReader
{
    private readonly PixelBatch _batch = new(BatchSize, weights.Pixels);
    private readonly RecurrentClassifier _classifier = new(weights, options, products, BatchSize, byGoodness, options.Scored.Last);

    public const int BatchSize = 100;

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
