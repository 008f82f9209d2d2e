using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Losses;

namespace ForwardForward.Learning.Layers;

/// <summary>By what rule a hidden layer learns; the same for all layers of a network.</summary>
/// <param name="Activation">What a unit makes of its input.</param>
/// <param name="Goodness">What a layer makes high for positive rows.</param>
/// <param name="Loss">What a layer minimises.</param>
/// <param name="ThresholdPerUnit">Threshold as a multiple of a layer's units.</param>
/// <param name="PeerStrength">Strength of the peer normalisation; 0 is off.</param>
/// <param name="SkipSilentRows">Whether rows that a layer is certain of take no part in gradients.</param>
/// <param name="Blocks">Into how many blocks of neighbouring units a layer is cut, each with a goodness of its own; it divides the units.</param>
internal sealed record LayerRule(
    IActivation Activation, IGoodness Goodness, ILocalLoss Loss, float ThresholdPerUnit, float PeerStrength, bool SkipSilentRows, int Blocks = 1)
{
    /// <summary>Goodness at which a layer of so many units is undecided; 0 where the loss has no threshold.</summary>
    public float ShownThreshold(int units) => Loss.UsesThreshold ? Goodness.Threshold(ThresholdPerUnit, units) : 0;
}
