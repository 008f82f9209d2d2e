using ForwardForward.Learning.Optimisation;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Tests.Optimisation;

public sealed class PeerNormalisationTests
{
    [Fact]
    public void TheTermIsStrengthTimesTheDistanceFromThePeersMean()
    {
        using var workers = new Workers(1);
        using var y = new Matrix(2, 3);
        new[] { 1f, 0, 5, 3, 0, 7 }.CopyTo(y.Values);
        var peer = new PeerNormalisation(3, 0.5f);
        peer.Observe(workers, y);

        // Means 2, 0, 6, a tenth of them on the first batch.
        Assert.Equal([0.2f, 0, 0.6f], peer.MeanActivity, (a, b) => Math.Abs(a - b) < 1e-6);
        float mean = 0.8f / 3;
        Assert.Equal([0.5f * (mean - 0.2f), 0.5f * mean, 0.5f * (mean - 0.6f)], peer.Term.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);

        peer.Observe(workers, y);
        Assert.Equal(0.38f, peer.MeanActivity[0], 1e-6f);
    }

    [Fact]
    public void OffIsOff()
    {
        var peer = new PeerNormalisation(3, 0);

        Assert.False(peer.IsOn);
        Assert.Equal(0, peer.Term.Length);
    }
}
