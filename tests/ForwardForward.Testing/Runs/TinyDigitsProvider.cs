using ForwardForward.Data;
using ForwardForward.Data.Images;

namespace ForwardForward.Testing.Runs;

/// <summary>Gives tiny patterns of 28 x 28 whatever set is asked for, at once.</summary>
/// <param name="train">Training images.</param>
/// <param name="others">Validation images, and test images.</param>
public sealed class TinyDigitsProvider(int train = 600, int others = 100) : IDataLoader
{
    private readonly Splits<ImageSet> _set = TinyDigits.Make(train, others, others, width: 28, height: 28);

    /// <inheritdoc/>
    public Task<Splits<T>> LoadAsync<T>(IDataSource<T> source, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default) =>
        Task.FromResult((Splits<T>)(object)_set);
}
