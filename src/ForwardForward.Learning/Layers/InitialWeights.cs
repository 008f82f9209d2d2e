using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Layers;

/// <summary>Weights before anything is learnt.</summary>
internal static class InitialWeights
{
    /// <summary><c>N(0, 1) / sqrt(inputs)</c> for every value, row by row.</summary>
    public static void Draw(MatrixView weights, int inputs, RandomStream random)
    {
        var scale = 1 / Math.Sqrt(inputs);
        for (var row = 0; row < weights.Rows; row++)
        {
            foreach (ref var weight in weights.Row(row))
            {
                weight = (float)(random.NextNormal() * scale);
            }
        }
    }
}
