namespace ForwardForward.Experiments.Recipes;

/// <summary>
/// A variant of our own of the small supervised network (paper, section 3.3): a fifth of the pixels is left out in every step
/// (docs/experiments/ff-supervised-small.md).
/// </summary>
internal sealed class SupervisedSmallDropout : IRecipe
{
    public string Id => "ff-supervised-small-dropout";

    public int Order => 15;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Supervised, small, with dropout",
        Summary = "The small supervised network, but every step leaves a fifth of an image's pixels out, so that no unit relies on a few of them.",
        Scale = scale,
        Data = scale switch
        {
            Scale.Smoke => new DataSettings("synthetic-digits", 2_000, 500, 500),
            _ => new DataSettings("mnist", 50_000, 10_000, 10_000),
        },
        Network = scale switch
        {
            Scale.Smoke => new NetworkSettings([100, 100, 100], "relu"),
            _ => new NetworkSettings([1000, 1000, 1000], "relu"),
        },
        Trainer = new TrainerSettings { Name = "supervised", BatchSize = scale == Scale.Smoke ? 20 : 100, WeightDecay = 0.002f, PeerStrength = 0, InputDropout = 0.2f },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 5,
                Scale.Quick => 8,
                _ => 100,
            },
            "half-constant-half-linear"),
        Evaluation = scale == Scale.Paper ? new EvaluationSettings(1, 10) : new EvaluationSettings(1, 1),
    };
}
