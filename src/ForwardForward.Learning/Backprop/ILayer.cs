using ForwardForward.Numerics;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// One step on the way from pixels to logits: dense, convolution, pooling or dropout, with room for one batch. Derivatives point to where
/// the loss falls, as everywhere in this project.
/// </summary>
internal interface ILayer : IDisposable
{
    /// <summary>Values of one image that come in.</summary>
    int Inputs { get; }

    /// <summary>What it made of the last batch, <c>[rows, outputs]</c>; as many rows as there is room for.</summary>
    MatrixView Output { get; }

    /// <summary>Derivative by <see cref="Output"/>, for the layer above to write: <c>[rows, outputs]</c>.</summary>
    MatrixView Derivative { get; }

    /// <summary>Makes <see cref="Output"/> of the layer below: <c>[rows, inputs]</c>.</summary>
    void Forward(MatrixView x);

    /// <summary>Turns <see cref="Derivative"/> into the derivative by total input, where there is one, and by what came in.</summary>
    /// <param name="x">What came in, <c>[rows, inputs]</c>.</param>
    /// <param name="dx">Destination, <c>[rows, inputs]</c>; null when nobody below wants it.</param>
    void Backward(MatrixView x, MatrixView? dx);
}
