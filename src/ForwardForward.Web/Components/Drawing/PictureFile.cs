using ForwardForward.Imaging;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Drawing;

/// <summary>Reads a picture that the browser hands over piece by piece, and prepares it as REST does.</summary>
internal static class PictureFile
{
    private const int Megabyte = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The digit in a file, or a sentence on why there is none.</summary>
    public static async Task<(byte[]? Pixels, string? Problem)> ReadAsync(string name, IJSStreamReference file)
    {
        if (file.Length > DigitPreparation.MaximumFileBytes)
        {
            return (null, $"“{name}” has {file.Length / (double)Megabyte:0.0} MB; a picture may have {DigitPreparation.MaximumFileBytes / Megabyte} MB. Make it smaller, or cut the digit out.");
        }

        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await using var stream = await file.OpenReadStreamAsync(DigitPreparation.MaximumFileBytes, patience.Token);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, patience.Token);
            var pixels = await Task.Run(() => DigitPreparation.FromPicture(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), patience.Token);
            return pixels is not null && pixels.AsSpan().ContainsAnyExcept((byte)0)
                ? (pixels, null)
                : (null, $"There is no ink in “{name}”: it needs a dark digit on a light ground, or the reverse.");
        }
        catch (ArgumentException exception)
        {
            return (null, $"“{name}” cannot be used. {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException or OperationCanceledException)
        {
            return (null, $"“{name}” did not arrive whole. Try it again.");
        }
    }
}
