namespace ForwardForward.Learning.Strategies;

/// <summary>
/// One of several interchangeable parts of the algorithm. A sealed class with a constructor without parameters is found by its
/// <see cref="StrategyCatalog{T}"/> without being registered anywhere.
/// </summary>
public interface IStrategy
{
    /// <summary>Name in recipes: lower case, words joined by '-'.</summary>
    string Name { get; }

    /// <summary>One sentence for people.</summary>
    string Explanation { get; }
}
