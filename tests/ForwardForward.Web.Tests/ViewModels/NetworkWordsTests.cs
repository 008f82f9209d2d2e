using ForwardForward.Experiments;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class NetworkWordsTests
{
    [Fact]
    public void EqualLayersAreCounted() => Assert.Equal("3 layers of 1,000", NetworkWords.Of(new NetworkSettings([1000, 1000, 1000], "relu")));

    [Fact]
    public void UnequalLayersAreListed() => Assert.Equal("2 layers (300, 100)", NetworkWords.Of(new NetworkSettings([300, 100], "relu")));

    [Fact]
    public void ConvolutionsComeFirst() => Assert.Equal("2 convolutions (32, 64), 1 layer of 500", NetworkWords.Of(new NetworkSettings([500], "relu") { Channels = [32, 64] }));

    [Fact]
    public void LocalFieldsAreCalledSo() => Assert.Equal(
        "3 layers of local fields (128, 220, 512 a place)", NetworkWords.Of(new NetworkSettings([128, 220, 512], "relu") { FieldSizes = [10, 2, 2], FieldStrides = [6, 1, 1] }));
}
