namespace ForwardForward.Experiments.Recipes;

/// <summary>
/// The small supervised network with a fifth of the pixels left out in every step. A variant of our own, with the procedure of section 3.3
/// (docs/experiments/ff-supervised-small.md).
/// </summary>
internal sealed class SupervisedSmallDropout : IRecipe
{
    public string Id => "ff-supervised-small-dropout";

    public int Order => 15;

    public Recipe At(Scale scale)
    {
        var plain = new SupervisedSmall().At(scale);
        return plain with
        {
            Id = Id,
            Title = "Supervised, small, with dropout",
            Summary = "The small supervised network, but every step leaves a fifth of an image's pixels out, so that no unit relies on a few of them.",
            Paper = null,
            Trainer = plain.Trainer with { InputDropout = 0.2f },
        };
    }
}
