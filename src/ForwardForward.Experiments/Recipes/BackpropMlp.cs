namespace ForwardForward.Experiments.Recipes;

/// <summary>Backprop on permutation-invariant MNIST: a few layers of rectified units (paper, section 3.1).</summary>
internal sealed class BackpropMlp : IRecipe
{
    public string Id => "bp-mlp";

    public int Order => 110;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Backprop",
        Summary = "What Forward-Forward is held against: the same kind of net, trained by backpropagation, with no knowledge of the image's geometry.",
        Paper = new PaperReference("3.1", 1.4),
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
            WeightDecay = scale == Scale.Smoke ? 0.002f : 0.0003f,
            InitialGain = 0.5f,
        },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 5,
                Scale.Quick => 5,
                _ => 20,
            },
            "half-constant-half-linear"),
        Evaluation = new EvaluationSettings(1, 1),
    };
}
