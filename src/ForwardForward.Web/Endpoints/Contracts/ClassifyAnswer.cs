using ForwardForward.Learning.Models;
using ForwardForward.Web.Endpoints.Requests;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>What the network makes of a digit. A number that is not finite (a run that has diverged) is null.</summary>
/// <param name="Label">The verdict, 0 to 9: by goodness where the network has it, else by softmax.</param>
/// <param name="Goodness">For each of the ten labels the goodness added up over all hidden layers but the first; empty where the network has no such procedure.</param>
/// <param name="Softmax">For each of the ten labels the probability by the one-pass softmax; empty where there is none.</param>
/// <param name="Layers">Per hidden layer, bottom first, the goodness of each label.</param>
/// <param name="Iterations">Goodness of each label after every iteration of a recurrent net, all hidden layers added up; empty for any other.</param>
/// <param name="Image">The 28 x 28 picture that the network really saw, row after row, 0 (background) to 255 (ink).</param>
public sealed record ClassifyAnswer(int Label, IReadOnlyList<float?> Goodness, IReadOnlyList<float?> Softmax, IReadOnlyList<IReadOnlyList<float?>> Layers, IReadOnlyList<IReadOnlyList<float?>> Iterations,
    IReadOnlyList<int> Image)
{
    /// <summary>The answer for a classification of these pixels.</summary>
    public static ClassifyAnswer From(Classification found, byte[] pixels) => new(
        found.Label,
        Finite.OrNull(found.Goodness),
        Finite.OrNull(found.Softmax),
        Array.ConvertAll(found.Layers, Finite.OrNull),
        Array.ConvertAll(found.Iterations, Finite.OrNull),
        Array.ConvertAll(pixels, pixel => (int)pixel));
}
