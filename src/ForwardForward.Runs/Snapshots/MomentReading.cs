using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Snapshots;

/// <summary>Takes a snapshot from a trainer; whoever owns the trainer does it between two steps.</summary>
internal static class MomentReading
{
    /// <summary>Receptive fields of at most so many units of the lowest layer: two pages of the lab, so that its tiles stay where they are.</summary>
    public const int MaximumUnits = 120;

    /// <summary>The same of layers above, whose fields have to be worked out down to the pixels: one page.</summary>
    public const int MaximumUnitsAbove = 60;

    /// <summary>At most so many examples.</summary>
    public const int MaximumExamples = 8;

    // So that layers of very large pictures, or very many layers, stay within bounds too.
    private const int MaximumWeights = 640 << 10;

    /// <summary>Everything that the panels show of a run now.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="hasStepped">Whether there is a last batch to look at.</param>
    /// <param name="seconds">Training seconds so far.</param>
    /// <param name="errors">Newest error rates.</param>
    public static Moment Of(ITrainer trainer, bool hasStepped, double seconds, RunErrors errors) => new(
        trainer.CompletedSteps,
        (double)trainer.CompletedSteps / trainer.StepsPerEpoch,
        seconds,
        errors,
        [.. Enumerable.Range(0, trainer.Layers.Count).Select(layer => Fields(trainer, layer))],
        [.. Enumerable.Range(0, trainer.Layers.Count).Select(layer => hasStepped ? trainer.MeasureLayer(layer) : null)],
        new NegativeExamples(trainer.CompletedSteps, trainer.CompletedSteps, hasStepped ? trainer.CopyExamples(MaximumExamples) : []));

    private static ReceptiveFields Fields(ITrainer trainer, int layer)
    {
        var about = trainer.Layers[layer];
        var size = about.FieldWidth * about.FieldHeight;
        var units = size == 0 ? 0 : Math.Clamp(MaximumWeights / trainer.Layers.Count / size, 1, Math.Min(layer == 0 ? MaximumUnits : MaximumUnitsAbove, about.Units));
        var fields = new float[units * size];
        if (units > 0)
        {
            trainer.CopyReceptiveFields(layer, 0, units, fields);
        }

        return new ReceptiveFields(trainer.CompletedSteps, trainer.CompletedSteps, layer, about.FieldWidth, about.FieldHeight, about.LabelPixels, 0, fields);
    }
}
