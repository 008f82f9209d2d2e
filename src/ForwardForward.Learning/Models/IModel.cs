using ForwardForward.Frames;

namespace ForwardForward.Learning.Models;

/// <summary>Weights of one moment, apart from the trainer, that classify images. Safe for one caller at a time.</summary>
public interface IModel : IDisposable
{
    /// <summary>Mini-batches the weights had learnt from at that moment.</summary>
    long Step { get; }

    /// <summary>Pixels it expects, for instance 784.</summary>
    int PixelsPerImage { get; }

    /// <summary>Multiply-adds of one image classified by every procedure that the model knows, as if nothing were skipped or computed once for several labels.</summary>
    long MultiplyAddsPerImage { get; }

    /// <summary>What the network makes of a probe: bytes of the kind that its recipe names.</summary>
    /// <exception cref="ArgumentException">They are not such bytes.</exception>
    Frame Ask(ReadOnlySpan<byte> probe);

    /// <summary>Classifies one image by every procedure that the model knows.</summary>
    /// <param name="pixels">Ink in 0..255, row after row.</param>
    /// <exception cref="ArgumentException">The number of pixels is wrong.</exception>
    Classification Classify(ReadOnlySpan<byte> pixels);
}
