using ForwardForward.Data.Images;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Readings;

/// <summary>What the units of one hidden layer answer to images, batch by batch. Nothing here takes part in learning.</summary>
public interface IActivationReader : IDisposable
{
    /// <summary>Images of a batch, at most.</summary>
    int Capacity { get; }

    /// <summary>The unit that viewers see at a position, as in the pictures of receptive fields.</summary>
    int UnitShownAt(int position) => position;

    /// <summary>Activities before normalisation, <c>[count, units]</c>, until the next call.</summary>
    /// <param name="images">Images; where a network takes its label with the image, it gets the true one.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many, at most <see cref="Capacity"/>.</param>
    MatrixView Read(ImageSet images, int first, int count);
}
