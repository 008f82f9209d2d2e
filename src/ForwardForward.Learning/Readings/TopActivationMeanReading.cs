using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>For each unit the mean of the validation images that it answers most, less the mean of all that were tried.</summary>
public sealed class TopActivationMeanReading : Reading
{
    /// <summary>Name of the reading.</summary>
    public const string Name = "top-activation-means";

    private const int Averaged = 12;
    private const int Usual = 100;
    private readonly Trainer _trainer;

    /// <param name="trainer">Whose units are asked, and whose samples are tried.</param>
    public TopActivationMeanReading(Trainer trainer)
    {
        _trainer = trainer;
        Info = new ReadingInfo(Name, "Means of top activations", "The mean of the images that each unit answers most, less the mean of all.", FrameKind.Image)
        {
            Layers = [.. trainer.LayerReadings.Layers.Select(layer => new ReadingLayer(layer.Name, layer.Units))],
            MostTiles = ReceptiveFieldReading.Most,
            NeedsSamples = true,
            Cadence = ReadingCadence.Slow,
        };
    }

    /// <inheritdoc/>
    public override ReadingInfo Info { get; }

    /// <inheritdoc/>
    protected override Frame? Answer(in ReadingQuery query)
    {
        if (TriedImages.Of(_trainer) is not { } images)
        {
            return null;
        }

        var layer = query.Layer ?? 0;
        var count = Math.Min(query.Count ?? Usual, Info.Layers[layer].Units - query.First);
        var means = new float[count * images.Shape.Values];
        using var reader = _trainer.LayerReadings.ReadActivations(layer);
        TopActivations.Average(images, TopActivations.Find(reader, images, query.First, count, Averaged), means);
        return new ImageFrame(_trainer.Course.CompletedSteps, images.Shape, ImageRange.Signed, means) { First = query.First };
    }
}
