using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Training;

/// <summary>A trainer with the images that its errors are counted on.</summary>
/// <param name="trainer">The trainer, at the very beginning.</param>
/// <param name="origin">Where the images come from.</param>
/// <param name="validation">Images that validation errors are counted on; may be none.</param>
/// <param name="test">Images that test errors are counted on; may be none.</param>
/// <param name="owned">What is disposed of after the trainer.</param>
public sealed class TrainingSetup(
    Trainer trainer, DataOrigin origin, ImageSet validation, ImageSet test, params IDisposable[] owned) : IDisposable
{
    /// <summary>The trainer.</summary>
    public Trainer Trainer { get; } = trainer;

    /// <summary>Where the images come from.</summary>
    public DataOrigin Origin { get; } = origin;

    /// <summary>Images that validation errors are counted on.</summary>
    public ImageSet Validation { get; } = validation;

    /// <summary>Images that test errors are counted on.</summary>
    public ImageSet Test { get; } = test;

    /// <summary>Training images that errors by goodness are counted on beside the validation images; null for none.</summary>
    public ImageSet? Training { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Trainer.Dispose();
        foreach (var item in owned)
        {
            item.Dispose();
        }
    }
}
