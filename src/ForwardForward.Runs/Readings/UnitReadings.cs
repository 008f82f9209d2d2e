using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Readings;

/// <summary>Takes from a trainer what excites its units; whoever owns the trainer calls it between two steps.</summary>
internal static class UnitReadings
{
    /// <summary>Images that are tried: enough for every unit to find some, few enough not to hold a step up for long.</summary>
    public const int Tried = 500;

    /// <summary>Images of one reading, at most.</summary>
    public const int MostImages = 50;

    private const int Averaged = 12;

    /// <summary>For each of some units the mean of the images that excite it most, less the mean of all.</summary>
    public static void CopyFields(Trainer trainer, FieldsRequest request, int count, ImageSet images, float[] destination)
    {
        using var reader = trainer.LayerReadings.ReadActivations(request.Layer);
        TopActivations.Average(images, TopActivations.Find(reader, images, request.FirstUnit, count, Averaged), destination);
    }

    /// <summary>The images that excite one unit most.</summary>
    /// <exception cref="RunRequestException">The layer or the unit does not exist, or the number makes no sense.</exception>
    public static ExcitingImages Images(Run run, Trainer trainer, int layer, int unit, int count, ImageSet images)
    {
        var described = TrainerReadings.Layer(trainer, layer);
        if (unit < 0 || unit >= described.Units)
        {
            throw new RunRequestException($"Layer {layer} has units 0 to {described.Units - 1}; asked for unit {unit}.");
        }

        if (count is < 1 or > MostImages)
        {
            throw new RunRequestException($"A reading has 1 to {MostImages} images; asked for {count}.");
        }

        using var reader = trainer.LayerReadings.ReadActivations(layer);
        return new ExcitingImages(run.NextPictureVersion(), trainer.Course.CompletedSteps, layer, unit, images.Shape.Width, images.Shape.Height,
        [
            .. TopActivations.Find(reader, images, unit, 1, count)[0]
                .Select(found => new ExcitingImage(found.Index, images.Labels[found.Index], found.Activity, Grey(images, found.Index))),
        ]);
    }

    // The form of these images knows no colour: the mean of the channels.
    private static byte[] Grey(ImageSet images, int index) => images.Shape.Channels == 1
        ? images.Image(index).ToArray()
        : [.. images.Image(index).ToArray().Chunk(images.Shape.Channels).Select(pixel => (byte)pixel.Average(value => value))];

    /// <summary>The images that are tried.</summary>
    /// <exception cref="RunRequestException">The run counts no errors on validation images, so there are none.</exception>
    public static ImageSet Of(Splits<ImageSet> data) => data.Validation.Count switch
    {
        0 => throw new RunRequestException("This run has no validation images, so nothing can be said of what excites its units; set validationImages to at least 1."),
        <= Tried => data.Validation,
        _ => data.Validation.Slice(0, Tried),
    };
}
