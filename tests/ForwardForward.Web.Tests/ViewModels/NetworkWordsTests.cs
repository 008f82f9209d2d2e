using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class NetworkWordsTests
{
    [Fact]
    public void EqualLayersAreCounted() => Assert.Equal("3 layers of 1,000", NetworkWords.Of(new SupervisedSettings { HiddenUnits = [1000, 1000, 1000] }));

    [Fact]
    public void UnequalLayersAreListed() => Assert.Equal("2 layers (300, 100)", NetworkWords.Of(new SupervisedSettings { HiddenUnits = [300, 100] }));

    [Fact]
    public void ConvolutionsComeFirst() => Assert.Equal("2 convolutions (32, 64), 1 layer of 500", NetworkWords.Of(new ConvolutionalSettings { Channels = [32, 64], HiddenUnits = [500] }));

    [Fact]
    public void LocalFieldsAreCalledSo() => Assert.Equal(
        "3 layers of local fields (128, 220, 512 a place)", NetworkWords.Of(new UnsupervisedLocalSettings { HiddenUnits = [128, 220, 512] }));
}
