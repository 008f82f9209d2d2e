namespace ForwardForward.Web.ViewModels.Glossary;

/// <summary>A word of the field.</summary>
/// <param name="Id">Its place on the glossary page, such as <c>goodness</c>.</param>
/// <param name="Name">The word.</param>
/// <param name="Meaning">One or two exact sentences.</param>
/// <param name="Section">Section of arXiv 2212.13345; null where the word is this laboratory's.</param>
public sealed record Term(string Id, string Name, string Meaning, string? Section = null);

/// <summary>Words that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Terms">The words.</param>
public sealed record TermGroup(string Title, IReadOnlyList<Term> Terms);
