using ForwardForward.Data.Images;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Readings;

/// <summary>Takes pictures and statistics from a trainer; whoever owns the trainer calls it between two steps.</summary>
internal static class TrainerReadings
{
    /// <summary>At most so many fields in one reading.</summary>
    public const int MaximumFields = 10_000;

    /// <summary>At most so many examples in one reading.</summary>
    public const int MaximumExamples = 1000;

    /// <summary>Receptive fields; fewer than asked for at the end of the layer.</summary>
    /// <exception cref="RunRequestException">The layer or the unit does not exist, or the layer has no picture.</exception>
    /// <param name="run">The run.</param>
    /// <param name="trainer">Its trainer.</param>
    /// <param name="request">Which fields.</param>
    /// <param name="images">What is tried, for <see cref="FieldsView.Inputs"/>; null otherwise.</param>
    public static ReceptiveFields Fields(Run run, Trainer trainer, FieldsRequest request, ImageSet? images)
    {
        var layer = Layer(trainer, request.Layer);
        if (images is { } tried)
        {
            layer = layer with { FieldWidth = tried.Shape.Width, FieldHeight = tried.Shape.Height, FieldChannels = tried.Shape.Channels, LabelPixels = 0 };
        }

        if (layer.FieldWidth == 0 || layer.FieldHeight == 0)
        {
            throw new RunRequestException($"Units of layer {request.Layer} see no picture; receptive fields belong to layers that do.");
        }

        if (request.FirstUnit < 0 || request.FirstUnit >= layer.Units)
        {
            throw new RunRequestException($"Layer {request.Layer} has units 0 to {layer.Units - 1}; asked for unit {request.FirstUnit}.");
        }

        if (request.Count is < 1 or > MaximumFields)
        {
            throw new RunRequestException($"A reading has 1 to {MaximumFields} receptive fields; asked for {request.Count}.");
        }

        var count = Math.Min(request.Count, layer.Units - request.FirstUnit);
        var fields = new float[count * layer.FieldWidth * layer.FieldHeight * layer.FieldChannels];
        if (images is null)
        {
            trainer.LayerReadings.CopyReceptiveFields(request.Layer, request.FirstUnit, count, fields);
        }
        else
        {
            UnitReadings.CopyFields(trainer, request, count, images, fields);
        }

        return new ReceptiveFields(
            run.NextPictureVersion(), trainer.Course.CompletedSteps, request.Layer, layer.FieldWidth, layer.FieldHeight, layer.LabelPixels, request.FirstUnit, fields)
        {
            Channels = layer.FieldChannels,
        };
    }

    /// <summary>Examples of the last batch; none before the first step.</summary>
    public static NegativeExamples Negatives(Run run, Trainer trainer, int count) =>
        new(run.NextPictureVersion(), trainer.Course.CompletedSteps, trainer.LayerReadings.CopyExamples(count));

    /// <summary>Refuses a number of examples that makes no sense.</summary>
    /// <exception cref="RunRequestException">It is not between 1 and <see cref="MaximumExamples"/>.</exception>
    public static void CheckExamples(int count)
    {
        if (count is < 1 or > MaximumExamples)
        {
            throw new RunRequestException($"A reading has 1 to {MaximumExamples} examples; asked for {count}.");
        }
    }

    /// <summary>What a layer is like.</summary>
    /// <exception cref="RunRequestException">There is no such layer.</exception>
    public static LayerDescription Layer(Trainer trainer, int layer) => layer >= 0 && layer < trainer.LayerReadings.Layers.Count
        ? trainer.LayerReadings.Layers[layer]
        : throw new RunRequestException($"There are layers 0 to {trainer.LayerReadings.Layers.Count - 1}; asked for layer {layer}.");
}
