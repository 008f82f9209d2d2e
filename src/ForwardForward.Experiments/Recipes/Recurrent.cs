namespace ForwardForward.Experiments.Recipes;

/// <summary>The paper's network with top-down connections: two hidden layers of 2000 units, eight iterations, 60 epochs (section 3.4).</summary>
internal sealed class Recurrent : IRecipe
{
    public string Id => "ff-recurrent";

    public int Order => 70;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Recurrent",
        Summary = "The image at the bottom, a label at the top: hidden layers hear the layer above as well as the one below and settle over eight iterations. With the right label they grow quiet.",
        Paper = new PaperReference("3.4", 1.31),
        Scale = scale,
        Data = scale switch
        {
            Scale.Smoke => new DataSettings("synthetic-digits", 1_000, 300, 300),
            _ => new DataSettings("mnist", 50_000, 10_000, 10_000),
        },
        Network = scale switch
        {
            Scale.Smoke => new NetworkSettings([80, 80], "relu"),
            Scale.Quick => new NetworkSettings([500, 500], "relu"),
            _ => new NetworkSettings([2000, 2000], "relu"),
        },
        Trainer = new TrainerSettings
        {
            Name = "recurrent",
            BatchSize = scale == Scale.Smoke ? 20 : 100,
            Goodness = "negative-sum-of-squares",
            // Goodness adds up over the units of a layer, so a wide layer moves further at the same rate.
            LearningRate = scale switch
            {
                Scale.Smoke => 0.01f,
                Scale.Quick => 0.02f,
                _ => 0.005f,
            },
            FirstTrained = 3,
            LastTrained = 5,
        },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Paper => 60,
                _ => 8,
            },
            "half-constant-half-linear"),
        Evaluation = scale switch
        {
            Scale.Quick => new EvaluationSettings(1, 4),
            Scale.Paper => new EvaluationSettings(1, 10),
            _ => new EvaluationSettings(1, 1),
        },
    };
}
