using ForwardForward.Data.Images;

namespace ForwardForward.Data;

/// <summary>
/// One data set: what it holds, without loading it, and how it is loaded. A sealed class with a constructor without parameters is found by
/// <see cref="DataSources"/>.
/// </summary>
/// <typeparam name="T">A set of examples, such as <see cref="Images.ImageSet"/>.</typeparam>
public interface IDataSource<T> : INamed
{
    /// <summary>A few words for people: what it is and where it comes from.</summary>
    string Summary { get; }

    /// <summary>The source whose examples are looked at when nothing is trained: those to validate and test on are the same, and it may be quicker.</summary>
    IDataSource<T> ForViewing => this;

    /// <summary>Shape, class names or alphabet, and no examples.</summary>
    T Describe();

    /// <summary>Whether its own examples can be had now, so that it is worth while to ask again where others stand in.</summary>
    bool IsAvailable(DataPaths paths) => true;

    /// <summary>Loads it, from disk, by download or by making it. Where others have to stand in, <see cref="Splits{T}.Origin"/> says so.</summary>
    /// <exception cref="DataFormatException">A file is there but broken, or another one; the message says which and why.</exception>
    Task<Splits<T>> LoadAsync(DataPaths paths, IProgress<DataProgress>? progress, CancellationToken cancellation);
}
