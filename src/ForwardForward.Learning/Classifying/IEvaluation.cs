namespace ForwardForward.Learning.Classifying;

/// <summary>An error count in progress.</summary>
public interface IEvaluation : IDisposable
{
    /// <summary>Images in all.</summary>
    int Total { get; }

    /// <summary>Images looked at so far.</summary>
    int Done { get; }

    /// <summary>Looks at one more batch; false when none was left.</summary>
    bool Advance();

    /// <summary>Errors so far.</summary>
    ErrorRates Errors { get; }
}

/// <summary>Error rates in percent of the images looked at; null where a procedure was not asked for or does not exist.</summary>
/// <param name="GoodnessPercent">By the goodness of every label.</param>
/// <param name="SoftmaxPercent">By one pass and softmax.</param>
public sealed record ErrorRates(double? GoodnessPercent, double? SoftmaxPercent);
