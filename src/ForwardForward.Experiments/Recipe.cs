namespace ForwardForward.Experiments;

/// <summary>
/// Everything that decides a run apart from the machine: immutable, and the same after a round trip through JSON
/// (<see cref="RecipeJson"/>). Recipe, data and seed give the same bits again on the same instruction set.
/// </summary>
public sealed record Recipe
{
    /// <summary>Name in links, files and commands, such as <c>ff-supervised-small</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences: what it shows.</summary>
    public required string Summary { get; init; }

    /// <summary>What the paper says of it; null for experiments of our own.</summary>
    public PaperReference? Paper { get; init; }

    /// <summary>How much of it is run.</summary>
    public required Scale Scale { get; init; }

    /// <summary>Which images, and how many.</summary>
    public required DataSettings Data { get; init; }

    /// <summary>The layers.</summary>
    public required NetworkSettings Network { get; init; }

    /// <summary>The learning procedure and its constants.</summary>
    public required TrainerSettings Trainer { get; init; }

    /// <summary>How long, and how the learning rate falls.</summary>
    public required ScheduleSettings Schedule { get; init; }

    /// <summary>When errors are counted.</summary>
    public required EvaluationSettings Evaluation { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>Where the paper describes an experiment and what it found.</summary>
/// <param name="Section">Section of arXiv 2212.13345.</param>
/// <param name="TestErrorPercent">The paper's test error; null where it gives none.</param>
/// <param name="Note">Whose figure it is when it is not the paper's, such as "Hinton's released code".</param>
public sealed record PaperReference(string Section, double? TestErrorPercent, string? Note = null);
