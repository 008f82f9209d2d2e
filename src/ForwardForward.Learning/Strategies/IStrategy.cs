using ForwardForward.Data;

namespace ForwardForward.Learning.Strategies;

/// <summary>
/// One of several interchangeable parts of the algorithm. A sealed class with a constructor without parameters is found by its
/// <see cref="Catalog{T}"/> without being registered anywhere.
/// </summary>
public interface IStrategy : INamed
{
    /// <summary>One sentence for people.</summary>
    string Explanation { get; }
}
