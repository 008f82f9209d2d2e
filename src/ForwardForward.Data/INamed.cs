namespace ForwardForward.Data;

/// <summary>
/// One of several interchangeable things, chosen by name. A sealed class with a constructor without parameters is found by its
/// <see cref="Catalog{T}"/> without being registered anywhere.
/// </summary>
public interface INamed
{
    /// <summary>Name in recipes, links and commands: lower case, words joined by '-'.</summary>
    string Name { get; }
}
