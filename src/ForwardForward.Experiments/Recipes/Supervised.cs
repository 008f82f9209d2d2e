namespace ForwardForward.Experiments.Recipes;

/// <summary>
/// The paper's supervised network: four hidden layers of 2000 units, 60 epochs (section 3.3). The paper is silent on weight decay and peers:
/// both are as the small network's search found them (docs/experiments/ff-supervised-small.md).
/// </summary>
internal sealed class Supervised : IRecipe
{
    public string Id => "ff-supervised";

    public int Order => 20;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Supervised",
        Summary = "The label is written into the first ten pixels; each layer learns to tell right labels from wrong ones. Four layers of 2000 units.",
        Paper = new PaperReference("3.3", 1.36),
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
        Trainer = new TrainerSettings { Name = "supervised", BatchSize = scale == Scale.Smoke ? 20 : 100, WeightDecay = 0.002f, PeerStrength = 0 },
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
