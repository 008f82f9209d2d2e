namespace ForwardForward.Data.Images;

/// <summary>Where a data set's images come from; shown wherever results are shown.</summary>
/// <param name="Name">What people call it, such as "MNIST" or "synthetic digits".</param>
/// <param name="IsSynthetic">True when the images are made up by this program, so figures cannot be held against the paper's.</param>
public sealed record DataOrigin(string Name, bool IsSynthetic)
{
    /// <summary>A sentence that belongs beside every figure, such as why another set stands in; null when there is nothing to say.</summary>
    public string? Note { get; init; }
}

/// <summary>The three parts that an experiment sees: nothing is ever chosen on <see cref="Test"/>.</summary>
/// <param name="Origin">Where the images come from.</param>
/// <param name="Train">Images that weights learn from (MNIST: the first 50,000 of the training file).</param>
/// <param name="Validation">Images that settings are chosen on (MNIST: the last 10,000 of the training file).</param>
/// <param name="Test">Images that only reported errors are taken from (MNIST: the official 10,000).</param>
public sealed record ImageDataSet(DataOrigin Origin, LabelledImages Train, LabelledImages Validation, LabelledImages Test);
