using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Backprop;

/// <summary>Everything that decides how a backprop net learns, apart from the images (paper, section 3.1); one that knows nothing of the image's geometry.</summary>
public record BackpropSettings : NetworkSettings
{
    /// <summary>The usual values.</summary>
    public BackpropSettings() => (Epochs, LearningRate, WeightDecay) = (20, 0.1f, 0);

    /// <summary>Share of the values below that a dense layer, other than the lowest of a net without convolutions, does not get to see in a step.</summary>
    [Setting("Dropout", "Share of the hidden values that a step leaves out at random.", 0, 0.95, IsMain = true)]
    public float Dropout { get; init; }

    /// <summary>Share of the pixels that a step leaves out.</summary>
    [Setting("Dropout of the input", "Share of the pixels that a step leaves out at random.", 0, 0.95)]
    public float InputDropout { get; init; }

    /// <summary>Share of the target that goes to all labels alike instead of the true one.</summary>
    [Setting("Label smoothing", "Share of the target that goes to all labels alike instead of the true one.", 0, 0.95, IsMain = true)]
    public float LabelSmoothing { get; init; }

    /// <summary>
    /// Variance of the initial hidden weights, times the inputs of a unit. 2 keeps the mean square of rectified layers (He et al. 2015); with less,
    /// what a net has learnt soon outweighs what it was given at random.
    /// </summary>
    [Setting("Gain of the first weights", "Variance of the hidden weights at the start, times the inputs of a unit: 2 keeps activities as large from layer to layer, less starts quietly.", 0.01, 10)]
    public float InitialGain { get; init; } = 2;

    /// <summary>Channels of every convolutional layer, bottom first; none for a net that knows nothing of the image's geometry.</summary>
    public virtual IReadOnlyList<int> Channels { get; init; } = [];

    /// <summary>Side of the square that a convolutional unit sees.</summary>
    public int FieldSide { get; init; } = 5;

    /// <summary>How many convolutions of the usual fields, each followed by pooling, fit images of a shape.</summary>
    public static int MostConvolutions(ImageShape shape)
    {
        var fieldSide = new BackpropSettings().FieldSide;
        var most = 0;
        for (shape = shape.Convolved(fieldSide, 1).Pooled(); shape.Width > 0 && shape.Height > 0; most++)
        {
            shape = shape.Convolved(fieldSide, 1).Pooled();
        }

        return most;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LayerOutline> Outline => [.. Channels.Select(channels => new LayerOutline(LayerKind.Convolution, channels)), .. base.Outline];

    /// <inheritdoc/>
    public override string? WhyNot(string setting) => setting switch
    {
        "goodness" or "loss" or "negatives" or "thresholdPerUnit" or "blocks" or "peerStrength" or "blurs" or "labelStrength" =>
            "which learns by backpropagation and has neither goodness nor negatives",
        _ => null,
    };
}
