using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Backprop;

/// <summary>The same with convolutions and pooling in front of the dense layers.</summary>
public sealed record ConvolutionalSettings : BackpropSettings
{
    /// <inheritdoc/>
    [Setting("Channels", "Channels of every convolutional layer, bottom first; each sees squares of five by five and is pooled two by two.", 1, 1000, Group = SettingGroup.Network, Unit = "channels", IsMain = true)]
    public override IReadOnlyList<int> Channels { get; init; } = [];

    /// <inheritdoc/>
    public override string? Conflict(IReadOnlyCollection<string> named, ImageShape images) => base.Conflict(named, images) ?? SizeConflict(images);

    private string? SizeConflict(ImageShape images)
    {
        var most = MostConvolutions(images);
        return Channels.Count > most ? $"channels must have at most {most} numbers: images of {images} have nothing left after so many convolutions; got {Channels.Count}." : null;
    }
}
