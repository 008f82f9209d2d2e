using ForwardForward.Data.Images;
using ForwardForward.Learning.Readings;
using ForwardForward.Numerics;

namespace ForwardForward.Testing.Runs;

/// <summary>Units that each like one image best: unit u says most to image u, then less to each that follows, and nothing to those before.</summary>
/// <param name="units">Units.</param>
public sealed class FakeActivities(int units) : IActivationReader
{
    private const int BatchSize = 7;
    private readonly Matrix _activities = new(BatchSize, units);

    /// <inheritdoc/>
    public int Capacity => BatchSize;

    /// <inheritdoc/>
    public MatrixView Read(ImageSet images, int first, int count)
    {
        var rows = _activities.RowRange(0, count);
        for (var row = 0; row < count; row++)
        {
            for (var unit = 0; unit < units; unit++)
            {
                rows[row, unit] = first + row < unit ? 0 : 1f / (1 + first + row - unit);
            }
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => _activities.Dispose();
}
