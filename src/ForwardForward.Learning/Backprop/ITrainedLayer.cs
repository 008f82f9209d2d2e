using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Backprop;

/// <summary>A layer with weights.</summary>
internal interface ITrainedLayer : ILayer
{
    /// <summary>Name in states and for people, such as <c>convolution 1</c>.</summary>
    string Name { get; }

    /// <summary>Weights and velocity.</summary>
    TrainedWeights Parameters { get; }

    /// <summary>Activities of the last batch, one column a unit: <c>[rows, units]</c>, or <c>[rows * locations, channels]</c> for a convolution.</summary>
    MatrixView Activities { get; }

    /// <summary>Updates the weights from the derivative that <see cref="ILayer.Backward"/> has made.</summary>
    /// <param name="x">What came in, <c>[rows, inputs]</c>.</param>
    /// <param name="update">Constants of the step.</param>
    void Learn(MatrixView x, in SmoothedUpdate update);
}
