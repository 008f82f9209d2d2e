using ForwardForward.Data.Images;
using ForwardForward.Data.Text;

namespace ForwardForward.Data;

/// <summary>The data sets of this assembly. A new one is one new file; nothing is registered.</summary>
public static class DataSources
{
    private static readonly Type[] Types = typeof(DataSources).Assembly.GetTypes();

    /// <summary>Sets of labelled images.</summary>
    public static Catalog<IDataSource<ImageSet>> Images { get; } = new("data set", Types);

    /// <summary>Sets of character sequences.</summary>
    public static Catalog<IDataSource<TextSet>> Text { get; } = new("text", Types);

    /// <summary>Loads a set of images by its name.</summary>
    /// <exception cref="ArgumentException">The name is unknown; the message lists the names that exist.</exception>
    public static Task<Splits<ImageSet>> LoadImagesAsync(
        this IDataLoader loader, string name, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default) =>
        loader.LoadAsync(Images.Get(name), progress, cancellation);
}
