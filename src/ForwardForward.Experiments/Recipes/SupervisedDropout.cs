namespace ForwardForward.Experiments.Recipes;

/// <summary>
/// A variant of our own of the supervised network (paper, section 3.3): a fifth of the pixels is left out in every step
/// (docs/experiments/ff-supervised-small.md has the choice of the share).
/// </summary>
internal sealed class SupervisedDropout : IRecipe
{
    public string Id => "ff-supervised-dropout";

    public int Order => 25;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Supervised, with dropout",
        Summary = "The supervised network of four layers of 2000 units, but every step leaves a fifth of an image's pixels out, so that no unit relies on a few of them.",
        Scale = scale,
        Data = scale switch
        {
            Scale.Smoke => new DataSettings("synthetic-digits", 2_000, 500, 500),
            _ => new DataSettings("mnist", 50_000, 10_000, 10_000),
        },
        Network = scale switch
        {
            Scale.Smoke => new NetworkSettings([100, 100, 100, 100], "relu"),
            _ => new NetworkSettings([2000, 2000, 2000, 2000], "relu"),
        },
        Trainer = new TrainerSettings { Name = "supervised", BatchSize = scale == Scale.Smoke ? 20 : 100, WeightDecay = 0.002f, PeerStrength = 0, InputDropout = 0.2f },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 5,
                Scale.Quick => 3,
                _ => 60,
            },
            "half-constant-half-linear"),
        Evaluation = scale switch
        {
            Scale.Quick => new EvaluationSettings(1, 3),
            Scale.Paper => new EvaluationSettings(1, 10),
            _ => new EvaluationSettings(1, 1),
        },
    };
}
