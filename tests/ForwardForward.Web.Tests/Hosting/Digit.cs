using System.Text.Json;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>Checks of the 28 x 28 picture in an answer.</summary>
public static class Digit
{
    /// <summary>The picture that the network saw.</summary>
    public static int[] Image(JsonElement verdict) => [.. verdict.GetProperty("image").EnumerateArray().Select(pixel => pixel.GetInt32())];

    /// <summary>It has full ink, and its centre of mass is the centre of the picture.</summary>
    public static void AssertInTheMiddle(JsonElement verdict)
    {
        var image = Image(verdict);
        double mass = image.Sum(), x = 0, y = 0;
        for (var i = 0; i < image.Length; i++)
        {
            x += image[i] * (i % 28) / mass;
            y += image[i] * (i / 28) / mass;
        }

        Assert.InRange(image.Max(), 200, 255);
        Assert.InRange(x, 12.5, 15);
        Assert.InRange(y, 12.5, 15);
    }
}
