using ForwardForward.Frames;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Testing.Runs;

/// <summary>Settings with one more of every kind, as a new trainer would have them.</summary>
public sealed record OneMoreSettings : TrainingSettings
{
    /// <summary>A number.</summary>
    [Setting("Sleep", "Share of the steps without negatives.", 0, 0.5, Unit = "of the steps", IsMain = true)]
    public float Sleep { get; init; } = 0.1f;

    /// <summary>A strategy.</summary>
    [Setting("Dream", "What is seen asleep.")]
    public IGoodness Dream { get; init; } = new SumOfSquares();

    /// <summary>A list.</summary>
    [Setting("Depths", "How deep each layer sleeps.", 1, 9, MaximumLayers = 2)]
    public IReadOnlyList<int> Depths { get; init; } = [3];

    /// <summary>A property that nobody may set.</summary>
    public int NoSetting { get; init; } = 7;

    /// <inheritdoc/>
    public override string? Conflict(IReadOnlyCollection<string> named, ImageShape images) =>
        base.Conflict(named, images) ?? (Sleep > 0.4f && Epochs < 10 ? "sleep must be at most 0.4 in fewer than 10 epochs." : null);
}
