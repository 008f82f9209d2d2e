using ForwardForward.Learning.Strategies;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Activations;

/// <summary>What a unit makes of its total input: <c>y = f(z)</c>.</summary>
public interface IActivation : IStrategy
{
    /// <summary>What the matrix product does already; <see cref="Apply"/> does the rest.</summary>
    ForwardEpilogue Epilogue { get; }

    /// <summary>Whether the derivative is 1 where the activity is above 0 and 0 elsewhere.</summary>
    bool IsRectifier { get; }

    /// <summary>Whether the derivative cannot be told from the activity alone, so that total inputs are kept apart from activities.</summary>
    bool NeedsTotalInput { get; }

    /// <summary>Makes activities of the product's output, <c>[rows, units]</c>; both are one matrix unless <see cref="NeedsTotalInput"/>.</summary>
    void Apply(MatrixView totalInput, MatrixView activities);

    /// <summary><c>dz = dy f'(z)</c>, in place.</summary>
    /// <param name="totalInput">Total inputs, <c>[rows, units]</c>; the activities unless <see cref="NeedsTotalInput"/>.</param>
    /// <param name="activities">Activities, <c>[rows, units]</c>.</param>
    /// <param name="dy">Derivative by activity, becomes derivative by total input: <c>[rows, units]</c>.</param>
    void Differentiate(MatrixView totalInput, MatrixView activities, MatrixView dy);
}
