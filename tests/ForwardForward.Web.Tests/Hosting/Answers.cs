using System.Text.Json;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>Reads answers in one line.</summary>
public static class Answers
{
    /// <summary>The body as JSON; fails when the answer is an error.</summary>
    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    /// <summary>The picture of the answer: its width and height.</summary>
    public static async Task<(int Width, int Height)> ReadPngSizeAsync(this HttpResponseMessage answer)
    {
        var png = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(png));
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
