namespace ForwardForward.Experiments.Recipes;

/// <summary>A small convolutional net by backprop (paper, section 3.1).</summary>
internal sealed class BackpropCnn : IRecipe
{
    public string Id => "bp-cnn";

    public int Order => 113;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Backprop, convolutional",
        Summary = "Two convolutions with max pooling under a dense layer: what backprop reaches when the net knows that neighbouring pixels belong together.",
        Paper = new PaperReference("3.1", 0.6),
        Scale = scale,
        Data = scale switch
        {
            Scale.Smoke => new DataSettings("synthetic-digits", 1_000, 300, 300),
            Scale.Quick => new DataSettings("mnist", 20_000, 10_000, 10_000),
            _ => new DataSettings("mnist", 50_000, 10_000, 10_000),
        },
        Network = scale switch
        {
            Scale.Smoke => new NetworkSettings([50], "relu") { Channels = [8, 16] },
            _ => new NetworkSettings([500], "relu") { Channels = [32, 64] },
        },
        Trainer = new TrainerSettings
        {
            Name = "backprop-convolutional",
            BatchSize = scale == Scale.Smoke ? 20 : 100,
            LearningRate = scale == Scale.Smoke ? 0.1f : 0.3f,
            WeightDecay = 0.0005f,
            Dropout = scale == Scale.Smoke ? 0 : 0.5f,
        },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 5,
                Scale.Quick => 4,
                _ => 30,
            },
            "half-constant-half-linear"),
        Evaluation = new EvaluationSettings(1, 1),
    };
}
