using CsCheck;
using ForwardForward.Web.Hubs.Messages;

namespace ForwardForward.Web.Tests.Hubs;

public sealed class SignedBytesTests
{
    [Fact]
    public void Every_value_reads_back_to_half_a_scale() => Gen.Float[-1e30f, 1e30f].Array[1, 50].Sample(values =>
    {
        var bytes = new byte[values.Length];
        var scale = SignedBytes.Write(values, bytes);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.InRange(((sbyte)bytes[i] * (double)scale) - values[i], -0.501 * scale, 0.501 * scale);
        }
    });

    [Fact]
    public void What_is_no_number_is_marked_and_does_not_stretch_the_scale()
    {
        var bytes = new byte[5];

        var scale = SignedBytes.Write([float.NaN, float.PositiveInfinity, 1, -0.5f, 0], bytes);

        Assert.Equal(1f / 127, scale);
        Assert.Equal([SignedBytes.NotFinite, SignedBytes.NotFinite, (sbyte)127, (sbyte)-64, (sbyte)0], Array.ConvertAll(bytes, value => (sbyte)value));
    }

    [Fact]
    public void Zeros_have_scale_0()
    {
        var bytes = new byte[3];

        Assert.Equal(0, SignedBytes.Write([0, 0, 0], bytes));
        Assert.Equal(new byte[3], bytes);
    }
}
