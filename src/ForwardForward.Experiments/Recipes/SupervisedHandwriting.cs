namespace ForwardForward.Experiments.Recipes;

/// <summary>
/// The network that ships with the program: small, and taught with distorted digits and made-up hands besides MNIST, so that it reads what
/// people draw. An experiment of our own, with the procedure of section 3.3 and a jitter of one pixel (docs/experiments/ff-supervised-handwriting.md).
/// </summary>
internal sealed class SupervisedHandwriting : IRecipe
{
    public string Id => "ff-supervised-handwriting";

    public int Order => 45;

    public Recipe At(Scale scale) => new()
    {
        Id = Id,
        Title = "Supervised, for handwriting",
        Summary = "The network that waits beside the drawing pad: it learns from MNIST, plain and distorted, and from strokes of many made-up hands, each image moved by up to a pixel.",
        Scale = scale,
        Data = scale switch
        {
            Scale.Smoke => new DataSettings("synthetic-digits", 2_000, 500, 500),
            Scale.Quick => new DataSettings("handwriting", 50_000, 10_000, 10_000),
            _ => new DataSettings("handwriting", 175_000, 10_000, 10_000),
        },
        Network = scale switch
        {
            Scale.Smoke => new NetworkSettings([100, 100, 100], "relu"),
            Scale.Quick => new NetworkSettings([500, 500, 500], "relu"),
            _ => new NetworkSettings([800, 800, 800], "relu"),
        },
        Trainer = new TrainerSettings { Name = "supervised", BatchSize = scale == Scale.Smoke ? 20 : 100, WeightDecay = 0.002f, PeerStrength = 0, Jitter = 1 },
        Schedule = new ScheduleSettings(
            scale switch
            {
                Scale.Smoke => 15,
                Scale.Quick => 8,
                _ => 20,
            },
            "half-constant-half-linear"),
        Evaluation = scale == Scale.Paper ? new EvaluationSettings(1, 20) : new EvaluationSettings(1, 1),
    };
}
