using ForwardForward.Learning.Strategies;

namespace ForwardForward.Learning.Tests.Optimisation;

public sealed class ScheduleTests
{
    public static TheoryData<string> Names => [.. Catalogs.Schedules.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void GainIsAboveZeroAndAtMostOneAndNeverRises(string name)
    {
        foreach (var epochs in new[] { 1, 2, 3, 7, 60, 100 })
        {
            var gains = Enumerable.Range(0, epochs * 5).Select(step => Catalogs.Schedules.Get(name).Gain(step, 5, epochs)).ToArray();
            Assert.Equal(1, gains[0]);
            Assert.All(gains, gain => Assert.InRange(gain, float.Epsilon, 1));
            Assert.Equal(gains.OrderDescending(), gains);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 0.99)]
    [InlineData(75, 0.51)]
    [InlineData(100, 0.01)]
    public void HalfConstantHalfLinearIsThePublishedOne(int epoch, double gain)
    {
        var schedule = Catalogs.Schedules.Get("half-constant-half-linear");

        Assert.Equal(gain, schedule.Gain((epoch - 1) * 500, 500, 100), 1e-6);
        Assert.Equal(gain, schedule.Gain((epoch * 500) - 1, 500, 100), 1e-6);
    }
}
