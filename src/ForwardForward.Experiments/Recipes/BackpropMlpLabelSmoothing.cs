namespace ForwardForward.Experiments.Recipes;

/// <summary>The net of <c>bp-mlp</c> with label smoothing (paper, section 3.1).</summary>
internal sealed class BackpropMlpLabelSmoothing : IRecipe
{
    public string Id => "bp-mlp-label-smoothing";

    public int Order => 112;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Backprop with label smoothing",
        Summary = "Backprop towards targets that leave a little probability to the wrong labels, so that the net is never quite certain.",
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
            LearningRate = scale == Scale.Smoke ? 0.1f : 1,
            WeightDecay = scale == Scale.Smoke ? 0.002f : 0.0006f,
            LabelSmoothing = 0.1f,
            InitialGain = 0.5f,
        },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 5,
                Scale.Quick => 5,
                _ => 80,
            },
            "half-constant-half-linear"),
        Evaluation = new EvaluationSettings(1, 1),
    };
}
