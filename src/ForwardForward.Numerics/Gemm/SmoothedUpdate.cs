namespace ForwardForward.Numerics.Gemm;

/// <summary>
/// Constants of one weight update with gradient smoothing and decoupled weight decay:
/// <c>v &lt;- smoothing v + (1 - smoothing) gradientScale (x^T dz)</c>, then <c>w &lt;- w + learningRate (v - weightDecay w)</c>.
/// </summary>
/// <param name="GradientScale">Usually one over the number of positive rows of the batch.</param>
/// <param name="Smoothing">Share of the old velocity that stays, in [0, 1).</param>
/// <param name="LearningRate">Step size, the schedule's gain included.</param>
/// <param name="WeightDecay">Share of the weight taken off, inside the learning rate.</param>
public readonly record struct SmoothedUpdate(float GradientScale, float Smoothing, float LearningRate, float WeightDecay);
