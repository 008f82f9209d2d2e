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

    /// <summary><c>dz[k] = dy[k] f'(z[rows[k]])</c>, in place.</summary>
    /// <param name="totalInput">Total inputs, <c>[batch, units]</c>; the activities unless <see cref="NeedsTotalInput"/>.</param>
    /// <param name="activities">Activities, <c>[batch, units]</c>.</param>
    /// <param name="rows">Which rows of the batch <paramref name="dy"/> holds.</param>
    /// <param name="dy">Derivative by activity, becomes derivative by total input; at least <c>[rows.Length, units]</c>.</param>
    void Differentiate(MatrixView totalInput, MatrixView activities, ReadOnlySpan<int> rows, MatrixView dy);
}
