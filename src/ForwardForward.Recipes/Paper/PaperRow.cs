namespace ForwardForward.Recipes.Paper;

/// <summary>One MNIST experiment of the paper (arXiv 2212.13345) and what others say they got. Test errors in percent.</summary>
/// <param name="Recipe">Id of the recipe that reproduces it.</param>
/// <param name="Experiment">What it is, for people.</param>
/// <param name="Paper">The paper's figure; null where it gives none.</param>
/// <param name="ReleasedCode">What Hinton's released code gets, in words; null where that code has no such experiment.</param>
/// <param name="PublicClaim">The best claim of another public implementation, in words; null where none was found.</param>
/// <param name="Seeds">How many seeds a result of ours needs.</param>
public sealed record PaperRow(string Recipe, string Experiment, double? Paper, string? ReleasedCode, string? PublicClaim, int Seeds)
{
    /// <summary>The row of a recipe's experiment.</summary>
    public static PaperRow Of(string recipe, PaperExperiment paper) => new(
        recipe,
        paper.Name,
        paper.TestErrorPercent,
        paper.ReleasedCode is { } code ? FormattableString.Invariant($"{code.Goodness:0.00} by goodness, {code.Softmax:0.00} by softmax") : null,
        paper.PublicClaim,
        paper.Seeds);
}
