namespace ForwardForward.Experiments.Recipes;

/// <summary>The paper's unsupervised network: digits against hybrids of two digits, four hidden layers of 2000 units, 100 epochs (section 3.2).</summary>
internal sealed class Unsupervised : IRecipe
{
    public string Id => "ff-unsupervised";

    public int Order => 50;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Unsupervised",
        Summary = "No labels: each layer learns to tell digits from hybrids of two digits. A linear softmax on the last three layers then reads off the label.",
        Paper = new PaperReference("3.2", 1.37),
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
        Trainer = new TrainerSettings { Name = "unsupervised", BatchSize = scale == Scale.Smoke ? 20 : 100, HeadWeightDecay = 0.001f },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 5,
                Scale.Quick => 10,
                _ => 100,
            },
            "half-constant-half-linear"),
        Evaluation = new EvaluationSettings(1, 1),
    };
}
