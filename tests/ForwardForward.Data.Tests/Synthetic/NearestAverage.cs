using ForwardForward.Data.Images;

namespace ForwardForward.Data.Tests.Synthetic;

/// <summary>The simplest reader of digits: the label whose average training image has the smallest angle to the image.</summary>
internal static class NearestAverage
{
    public static double Error(ImageSet train, ImageSet test)
    {
        var averages = new double[10, 784];
        for (var k = 0; k < train.Count; k++)
        {
            for (var i = 0; i < 784; i++)
            {
                averages[train.Labels[k], i] += train.Image(k)[i];
            }
        }

        var wrong = 0;
        for (var k = 0; k < test.Count; k++)
        {
            var best = Enumerable.Range(0, 10).MaxBy(label => Cosine(averages, label, test.Image(k)));
            wrong += best == test.Labels[k] ? 0 : 1;
        }

        return wrong / (double)test.Count;
    }

    private static double Cosine(double[,] averages, int label, ReadOnlySpan<byte> image)
    {
        double product = 0, norm = 0;
        for (var i = 0; i < image.Length; i++)
        {
            product += averages[label, i] * image[i];
            norm += averages[label, i] * averages[label, i];
        }

        return product / Math.Sqrt(norm);
    }
}
