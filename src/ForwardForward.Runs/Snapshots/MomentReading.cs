using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Snapshots;

/// <summary>Takes a snapshot from a trainer; whoever owns the trainer does it between two steps.</summary>
internal static class MomentReading
{
    /// <summary>Receptive fields of at most so many units of the lowest layer: two pages of the lab, so that its tiles stay where they are.</summary>
    public const int MaximumUnits = 120;

    /// <summary>The same of layers above, whose fields have to be worked out down to the pixels: one page.</summary>
    public const int MaximumUnitsAbove = 60;

    /// <summary>Where fields are local, at most so many channels of the lowest layer, each with its units at every place.</summary>
    public const int MaximumChannels = 12;

    /// <summary>At most so many examples.</summary>
    public const int MaximumExamples = 8;

    // So that layers of very large pictures, or very many layers, stay within bounds too.
    private const int MaximumWeights = 640 << 10;

    /// <summary>Everything that the panels show of a run now.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="hasStepped">Whether there is a last batch to look at.</param>
    /// <param name="seconds">Training seconds so far.</param>
    /// <param name="scores">Newest scores.</param>
    public static Moment Of(Trainer trainer, bool hasStepped, double seconds, RunScores scores) => new(
        trainer.Course.CompletedSteps,
        (double)trainer.Course.CompletedSteps / trainer.Course.StepsPerEpoch,
        seconds,
        scores,
        [.. Enumerable.Range(0, trainer.LayerReadings.Layers.Count).Select(layer => Fields(trainer, layer))],
        [.. Enumerable.Range(0, trainer.LayerReadings.Layers.Count).Select(layer => hasStepped ? trainer.LayerReadings.MeasureLayer(layer) : null)],
        new NegativeExamples(trainer.Course.CompletedSteps, trainer.Course.CompletedSteps, hasStepped ? trainer.LayerReadings.CopyExamples(MaximumExamples) : []));

    private static ReceptiveFields Fields(Trainer trainer, int layer)
    {
        var about = trainer.LayerReadings.Layers[layer];
        var size = about.FieldWidth * about.FieldHeight * about.FieldChannels;
        var units = size == 0 ? 0 : Units(about, layer == 0, MaximumWeights / trainer.LayerReadings.Layers.Count / size);
        var fields = new float[units * size];
        if (units > 0)
        {
            trainer.LayerReadings.CopyReceptiveFields(layer, 0, units, fields);
        }

        return new ReceptiveFields(trainer.Course.CompletedSteps, trainer.Course.CompletedSteps, layer, about.FieldWidth, about.FieldHeight, about.LabelPixels, 0, fields)
        {
            Channels = about.FieldChannels,
        };
    }

    private static int Units(LayerDescription about, bool lowest, int room)
    {
        // Local fields are shown a channel at a time: of the lowest layer the channels of one page, of the others one.
        if (about.Grid is { Locations: var locations and > 0 })
        {
            return Math.Min(about.Units, locations * Math.Clamp(room / locations, 1, lowest ? MaximumChannels : 1));
        }

        return Math.Clamp(room, 1, Math.Min(lowest ? MaximumUnits : MaximumUnitsAbove, about.Units));
    }
}
