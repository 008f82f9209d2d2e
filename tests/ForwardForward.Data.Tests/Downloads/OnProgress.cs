

namespace ForwardForward.Data.Tests.Downloads;

/// <summary>Acts on progress at once, on the thread that reports it.</summary>
internal sealed class OnProgress(Action<double?> act) : IProgress<DataProgress>
{
    public void Report(DataProgress value) => act(value.Share);
}
