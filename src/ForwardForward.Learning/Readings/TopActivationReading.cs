using System.Globalization;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>The validation images that one unit answers most, loudest first: a query's first is the unit, its count how many images.</summary>
public sealed class TopActivationReading : Reading
{
    /// <summary>Name of the reading.</summary>
    public const string Name = "top-activations";

    /// <summary>Images of one frame, at most.</summary>
    public const int Most = 50;

    private const int Usual = 12;
    private readonly Trainer _trainer;

    /// <param name="trainer">Whose units are asked, and whose samples are tried.</param>
    public TopActivationReading(Trainer trainer)
    {
        _trainer = trainer;
        Info = new ReadingInfo(Name, "Top activations", "The validation images that a unit answers most, loudest first; first is the unit.", FrameKind.Image)
        {
            Layers = [.. trainer.LayerReadings.Layers.Select(layer => new ReadingLayer(layer.Name, layer.Units))],
            MostTiles = Most,
            NeedsSamples = true,
            Cadence = ReadingCadence.OnDemand,
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

        using var reader = _trainer.LayerReadings.ReadActivations(query.Layer ?? 0);
        var found = TopActivations.Find(reader, images, query.First, 1, query.Count ?? Usual)[0];
        var pixels = images.Shape.Values;
        var tiles = new float[found.Length * pixels];
        for (var i = 0; i < found.Length; i++)
        {
            Ink.ToShares(images.Image(found[i].Index), tiles.AsSpan(i * pixels, pixels));
        }

        return new ImageFrame(_trainer.Course.CompletedSteps, images.Shape, ImageRange.Share, tiles)
        {
            Captions = [.. found.Select(one => Caption(images, one))],
        };
    }

    private static string Caption(ImageSet images, TopActivation found) =>
        string.Create(CultureInfo.InvariantCulture, $"{images.Classes[images.Labels[found.Index]]}: {found.Activity:0.###}");
}
