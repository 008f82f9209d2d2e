namespace ForwardForward.Imaging.Tests.Codec;

/// <summary>
/// JPEG files of kinds that the library cannot write: <see cref="Digits.Drawing.Seven"/> at 120 x 120, dark blue on ivory, stored by
/// libjpeg-turbo's cjpeg (CMYK: by Pillow) at quality 70.
/// </summary>
internal static class Fixture
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(Fixture).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no {name}.", nameof(name));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
