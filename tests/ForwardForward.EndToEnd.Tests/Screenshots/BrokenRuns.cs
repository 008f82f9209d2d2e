using System.Reflection;
using ForwardForward.Runs;

namespace ForwardForward.EndToEnd.Tests.Screenshots;

/// <summary>Runs of which nothing works, so that the page that says so can be seen.</summary>
public class BrokenRuns : DispatchProxy
{
    /// <summary>Makes them.</summary>
    public static IRunService Create() => Create<IRunService, BrokenRuns>();

    /// <inheritdoc/>
    protected override object Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new InvalidOperationException("Broken on purpose.");
}
