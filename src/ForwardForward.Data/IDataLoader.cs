namespace ForwardForward.Data;

/// <summary>Loads data sets from wherever this computer has them.</summary>
public interface IDataLoader
{
    /// <summary>Loads a set, or gives the one that was loaded last again.</summary>
    /// <exception cref="DataFormatException">A file is there but broken, or another one; the message says which and why.</exception>
    Task<Splits<T>> LoadAsync<T>(IDataSource<T> source, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default);
}
