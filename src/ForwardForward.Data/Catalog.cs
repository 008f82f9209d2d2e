using System.Diagnostics.CodeAnalysis;

namespace ForwardForward.Data;

/// <summary>All things of one family, by name, in the order of their names.</summary>
/// <typeparam name="T">The family's interface.</typeparam>
public sealed class Catalog<T>
    where T : class, INamed
{
    private readonly string _family;
    private readonly SortedDictionary<string, T> _byName = new(StringComparer.Ordinal);

    /// <summary>Makes every sealed class among <paramref name="types"/> that belongs to the family.</summary>
    /// <param name="family">What people call the family, such as "goodness".</param>
    /// <param name="types">Usually the types of an assembly.</param>
    /// <exception cref="InvalidOperationException">Two of them bear one name.</exception>
    public Catalog(string family, IEnumerable<Type> types)
    {
        _family = family;
        foreach (var type in types.Where(type => type is { IsClass: true, IsSealed: true } && type.IsAssignableTo(typeof(T))))
        {
            var found = (T)Activator.CreateInstance(type)!;
            if (!_byName.TryAdd(found.Name, found))
            {
                throw new InvalidOperationException(
                    $"Two of the family {family} are called '{found.Name}': {_byName[found.Name].GetType().Name} and {type.Name}.");
            }
        }
    }

    /// <summary>The names, sorted.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>The family, sorted by name.</summary>
    public IReadOnlyCollection<T> All => _byName.Values;

    /// <summary>The one of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    public T Get(string name) => TryGet(name, out var found)
        ? found
        : throw new ArgumentException($"There is no {_family} called '{name}'. There is: {string.Join(", ", Names)}.", nameof(name));

    /// <summary>Whether a name exists, and what bears it.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? found) => _byName.TryGetValue(name, out found);
}
