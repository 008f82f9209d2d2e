using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Web.ViewModels.Pictures;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class GridLayoutTests
{
    // Two by two places of 2 x 2 pixels, two pixels apart, in a picture of 4 x 4.
    private static readonly GridLayout Layout = new(new FieldGrid(2, 2, 2, 2));

    [Fact]
    public void FieldsOfAChannelStandOnTheirGridALineApart()
    {
        var fields = new float[5 * 16];
        for (var place = 0; place < 4; place++)
        {
            var corner = (place * 16) + (((place / 2 * 2 * 4) + (place % 2 * 2)));
            (fields[corner], fields[corner + 1], fields[corner + 4], fields[corner + 5]) = (place + 1, place + 1, place + 1, place + 1);
        }

        var laid = Layout.Lay(new ReceptiveFields(1, 2, 0, 4, 4, 0, 0, fields));

        // The fifth unit begins a channel that is not whole.
        Assert.Equal((5, 5, 25), (laid.FieldWidth, laid.FieldHeight, laid.Fields.Length));
        float[] expected =
        [
            1, 1, 0, 2, 2,
            1, 1, 0, 2, 2,
            0, 0, 0, 0, 0,
            3, 3, 0, 4, 4,
            3, 3, 0, 4, 4,
        ];
        Assert.Equal(expected, laid.Fields);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(1, 4, 2)]
    [InlineData(9, 9, 3)]
    public void APointBelongsToAPlace(int x, int y, int place) => Assert.Equal(place, Layout.PlaceAt(x, y));
}
