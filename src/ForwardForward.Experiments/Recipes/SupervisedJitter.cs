namespace ForwardForward.Experiments.Recipes;

/// <summary>The supervised network on images moved by up to two pixels each way, 500 epochs (paper, section 3.3).</summary>
internal sealed class SupervisedJitter : IRecipe
{
    public string Id => "ff-supervised-jitter";

    public int Order => 40;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Supervised, jittered",
        Summary = "Every image is moved by up to two pixels each way before its label is written in, afresh in every epoch: 25 shifts that give a permutation-invariant network some of what convolution has.",
        Paper = new PaperReference("3.3", 0.64),
        Scale = scale,
        Data = scale switch
        {
            Scale.Smoke => new DataSettings("synthetic-digits", 2_000, 500, 500),
            _ => new DataSettings("mnist", 50_000, 10_000, 10_000),
        },
        Network = scale switch
        {
            Scale.Smoke => new NetworkSettings([100, 100, 100, 100], "relu"),
            Scale.Quick => new NetworkSettings([500, 500, 500, 500], "relu"),
            _ => new NetworkSettings([2000, 2000, 2000, 2000], "relu"),
        },
        Trainer = new TrainerSettings { Name = "supervised", BatchSize = scale == Scale.Smoke ? 20 : 100, WeightDecay = 0.002f, PeerStrength = 0, Jitter = scale == Scale.Smoke ? 1 : 2 },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 15,
                Scale.Quick => 12,
                _ => 500,
            },
            "half-constant-half-linear"),
        Evaluation = scale == Scale.Paper ? new EvaluationSettings(2, 20) : new EvaluationSettings(1, 1),
    };
}
