namespace ForwardForward.Experiments.Recipes;

/// <summary>
/// The paper's unsupervised network with local receptive fields and without weight sharing: three hidden layers on grids of 4 x 4, 3 x 3 and
/// 2 x 2 locations, peer normalisation, 60 epochs (section 3.2).
/// </summary>
internal sealed class UnsupervisedLocal : IRecipe
{
    public string Id => "ff-unsupervised-local";

    public int Order => 60;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Unsupervised, local fields",
        Summary = "Digits against hybrids of two digits, where each unit sees only a part of what is below it: its own place on a 4 x 4 grid, then 3 x 3, then 2 x 2.",
        Paper = new PaperReference("3.2", 1.16),
        Scale = scale,
        Data = scale switch
        {
            Scale.Smoke => new DataSettings("synthetic-digits", 2_000, 500, 500),
            _ => new DataSettings("mnist", 50_000, 10_000, 10_000),
        },
        Network = scale switch
        {
            Scale.Smoke => Network(8, 16, 32),
            Scale.Quick => Network(64, 110, 256),
            _ => Network(128, 220, 512),
        },
        Trainer = new TrainerSettings { Name = "unsupervised-local", BatchSize = scale == Scale.Smoke ? 20 : 100, HeadWeightDecay = 0.001f },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 5,
                Scale.Quick => 10,
                _ => 60,
            },
            "half-constant-half-linear"),
        Evaluation = new EvaluationSettings(1, 1),
    };

    private static NetworkSettings Network(params int[] channels) => new(channels, "relu") { FieldSizes = [10, 2, 2], FieldStrides = [6, 1, 1] };
}
