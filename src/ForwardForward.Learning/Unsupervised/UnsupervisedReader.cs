using ForwardForward.Data.Images;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>Reads batches by softmax, the only procedure there is without labels in the image.</summary>
internal sealed class UnsupervisedReader(UnsupervisedWeights weights, LayerRule rule, MatrixProducts products) : IBatchReader
{
    private readonly SoftmaxClassifier _classifier = new(weights, rule, products, BatchSize);

    public const int BatchSize = 100;

    public int Capacity => BatchSize;

    public bool ByGoodness => false;

    public void Read(ImageSet images, int first, int count) => _classifier.Run(images, first, count);

    public int BySoftmax(int image) => _classifier.Label(image);

    public int ByGoodnessOfLabels(int image, int count) => throw new NotSupportedException("Without labels in the image there is no goodness of labels.");

    public void Dispose() => _classifier.Dispose();
}
