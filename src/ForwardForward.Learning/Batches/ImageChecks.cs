using ForwardForward.Data.Images;

namespace ForwardForward.Learning.Batches;

/// <summary>Refuses images that are not of the kind that a network learns from.</summary>
internal static class ImageChecks
{
    /// <summary>Compares shape and classes.</summary>
    /// <exception cref="ArgumentException">They differ; the message names both.</exception>
    public static void CheckAlike(ImageSet images, ImageSet trainedOn)
    {
        if (images.Shape != trainedOn.Shape)
        {
            throw new ArgumentException($"The network learns from images of {trainedOn.Shape}; these are {images.Shape}.", nameof(images));
        }

        if (images.Classes.Count != trainedOn.Classes.Count)
        {
            throw new ArgumentException($"The network learns {trainedOn.Classes.Count} classes; these images have {images.Classes.Count}.", nameof(images));
        }
    }
}
