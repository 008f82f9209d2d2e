namespace ForwardForward.Learning.Classifying;

/// <summary>Weights of one moment, apart from the trainer, that classify images. Safe for one caller at a time.</summary>
public interface INetwork : IDisposable
{
    /// <summary>Mini-batches the network had learnt from at that moment.</summary>
    long CompletedSteps { get; }

    /// <summary>Pixels it expects, for instance 784.</summary>
    int PixelsPerImage { get; }

    /// <summary>Classifies one image by every procedure that the network knows.</summary>
    /// <param name="pixels">Ink in 0..255, row after row.</param>
    /// <exception cref="ArgumentException">The number of pixels is wrong.</exception>
    Classification Classify(ReadOnlySpan<byte> pixels);
}
