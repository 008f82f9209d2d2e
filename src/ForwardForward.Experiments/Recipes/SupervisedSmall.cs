namespace ForwardForward.Experiments.Recipes;

/// <summary>
/// The network of Hinton's released code: three hidden layers of 1000 units, label in the first ten pixels (paper, section 3.3). Weight decay
/// and peer strength are ours, chosen on the validation images (docs/experiments/ff-supervised-small.md); the rest is his.
/// </summary>
internal sealed class SupervisedSmall : IRecipe
{
    public string Id => "ff-supervised-small";

    public int Order => 10;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Supervised, small",
        Summary = "The label is written into the first ten pixels; each layer learns to tell right labels from wrong ones. Three layers of 1000 units.",
        Paper = new PaperReference("3.3", 1.44, "Hinton's released code, by goodness; 1.47 by softmax"),
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
        Trainer = new TrainerSettings { Name = "supervised", BatchSize = scale == Scale.Smoke ? 20 : 100, WeightDecay = 0.002f, PeerStrength = 0 },
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
