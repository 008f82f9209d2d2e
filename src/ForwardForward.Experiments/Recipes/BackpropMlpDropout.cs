namespace ForwardForward.Experiments.Recipes;

/// <summary>The net of <c>bp-mlp</c> with dropout (paper, section 3.1).</summary>
internal sealed class BackpropMlpDropout : IRecipe
{
    public string Id => "bp-mlp-dropout";

    public int Order => 111;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Backprop with dropout",
        Summary = "Backprop with hidden units left out at random in every step, so that none relies on another.",
        Paper = new PaperReference("3.1", 1.1),
        Scale = scale,
        Data = scale switch
        {
            Scale.Smoke => new DataSettings("synthetic-digits", 2_000, 500, 500),
            _ => new DataSettings("mnist", 50_000, 10_000, 10_000),
        },
        Network = scale switch
        {
            Scale.Smoke => new NetworkSettings([100, 100], "relu"),
            _ => new NetworkSettings([1000, 1000], "relu"),
        },
        Trainer = new TrainerSettings
        {
            Name = "backprop",
            BatchSize = scale == Scale.Smoke ? 20 : 100,
            LearningRate = scale == Scale.Smoke ? 0.1f : 0.3f,
            WeightDecay = scale == Scale.Smoke ? 0.001f : 0.0002f,
            Dropout = 0.5f,
            InputDropout = 0.2f,
        },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 5,
                Scale.Quick => 5,
                _ => 250,
            },
            "half-constant-half-linear"),
        Evaluation = new EvaluationSettings(1, 1),
    };
}
