using ForwardForward.Frames.Colours;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

/// <summary>Pictures that are sent have the colours of the page, and a legend where one is asked for.</summary>
public sealed class PictureColourTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task TheLargestWeightIsTealAndTheMostNegativeVermilion()
    {
        var fields = Samples.Fields(1, 100);
        var field = fields.Fields.AsMemory(0, 784);
        var limit = FullColour.Largest(field.Span[fields.LabelPixels..]);
        var colours = PngPixels.Read(await FieldsAsync("count=1&columns=1&zoom=1&shared=false"));

        var palette = FramePalette.Light.Signed();
        for (var i = 0; i < 784; i++)
        {
            Assert.Equal(palette[unchecked((byte)Levels.OfSigned(field.Span[i], limit))], colours[i]);
        }
    }

    [Fact]
    public async Task ALegendStandsBelowWhereItIsAskedFor()
    {
        var plain = await FieldsAsync("count=4&columns=2&zoom=4");
        var legend = await FieldsAsync("count=4&columns=2&zoom=4&legend=true");
        Assert.Equal(Height(plain) + 43, Height(legend));
    }

    private static int Height(byte[] png) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));

    private async Task<byte[]> FieldsAsync(string query)
    {
        var run = dashboard.AddRun();
        run.Publish(Samples.Fields(1, 100));
        var answer = await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/layers/0/fields.png?{query}");
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
