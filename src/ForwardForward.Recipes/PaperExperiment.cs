namespace ForwardForward.Recipes;

/// <summary>An MNIST experiment of the paper (arXiv 2212.13345) and what others say they got. Test errors in percent.</summary>
/// <param name="Section">Section that describes it.</param>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="TestErrorPercent">The paper's figure; null where it gives none.</param>
public sealed record PaperExperiment(string Section, string Name, double? TestErrorPercent)
{
    /// <summary>What Hinton's released code gets; null where that code has no such experiment.</summary>
    public ReleasedCodeErrors? ReleasedCode { get; init; }

    /// <summary>The best claim of another public implementation, in words; null where none was found.</summary>
    public string? PublicClaim { get; init; }

    /// <summary>How many seeds a result of ours needs.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>The figure to hold a result against, with its source; null for a variant of ours, which neither paper nor released code has.</summary>
    public PaperReference? Reference => (TestErrorPercent, ReleasedCode) switch
    {
        ({ } percent, _) => new PaperReference(Section, percent),
        (null, { } code) => new PaperReference(Section, code.Goodness, FormattableString.Invariant($"Hinton's released code, by goodness; {code.Softmax:0.00} by softmax")),
        _ => null,
    };
}

/// <summary>Test errors in percent of the code that Hinton released.</summary>
/// <param name="Goodness">By the goodness of every label.</param>
/// <param name="Softmax">By the softmax.</param>
public sealed record ReleasedCodeErrors(double Goodness, double Softmax);

/// <summary>Where the paper describes an experiment and what is to be reached.</summary>
/// <param name="Section">Section of arXiv 2212.13345.</param>
/// <param name="TestErrorPercent">The test error.</param>
/// <param name="Note">Whose figure it is when it is not the paper's, such as "Hinton's released code".</param>
public sealed record PaperReference(string Section, double? TestErrorPercent, string? Note = null);
