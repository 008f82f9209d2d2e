using ForwardForward.Imaging;
using ForwardForward.Runs.Checkpoints;

namespace ForwardForward.Cli.Classifying;

/// <summary>Prepares a picture as drawings are prepared and shows it to the network of a checkpoint.</summary>
internal static class PictureClassifier
{
    private const long LargestPicture = 32 << 20;

    /// <summary>Classifies the picture in a file.</summary>
    /// <exception cref="UsageException">A file is missing, is no picture or no checkpoint, or shows no ink.</exception>
    public static async Task<PicturePrediction> ClassifyAsync(string picture, string model, CancellationToken cancellation)
    {
        var pixels = await PrepareAsync(picture, cancellation);
        if (!File.Exists(model))
        {
            throw new UsageException($"There is no checkpoint {model}.");
        }

        try
        {
            using var network = NetworkFile.Load(model);
            var verdict = network.Classify(pixels);
            return new PicturePrediction(verdict.Label, verdict.Goodness, verdict.Softmax, verdict.Layers, [.. pixels.Select(pixel => (int)pixel)]);
        }
        catch (CheckpointFormatException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static async Task<byte[]> PrepareAsync(string picture, CancellationToken cancellation)
    {
        var file = new FileInfo(picture);
        if (!file.Exists)
        {
            throw new UsageException($"There is no picture {picture}.");
        }

        if (file.Length > LargestPicture)
        {
            throw new UsageException($"{picture} has {file.Length} bytes; a picture of a digit has at most {LargestPicture}.");
        }

        try
        {
            return DigitPreparation.FromPicture(await File.ReadAllBytesAsync(picture, cancellation))
                ?? throw new UsageException($"{picture} shows no ink.");
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"{picture} cannot be used: {WithoutParameter(exception)}");
        }
    }

    // .NET adds the parameter's name to the message, which says nothing to whoever named a file.
    private static string WithoutParameter(ArgumentException exception) =>
        exception.ParamName is { } name ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : exception.Message;
}
