using ForwardForward.Data;
using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Negatives;
using ForwardForward.Learning.Optimisation;

namespace ForwardForward.Learning.Strategies;

/// <summary>The strategies of this assembly. A new one is one new file; nothing is registered.</summary>
public static class Catalogs
{
    private static readonly Type[] Types = typeof(Catalogs).Assembly.GetTypes();

    /// <summary>What a layer makes high for positive rows and low for negative ones.</summary>
    public static Catalog<IGoodness> Goodness { get; } = new("goodness", Types);

    /// <summary>What a layer minimises.</summary>
    public static Catalog<ILocalLoss> Losses { get; } = new("local loss", Types);

    /// <summary>What a unit makes of its input.</summary>
    public static Catalog<IActivation> Activations { get; } = new("activation", Types);

    /// <summary>Where the wrong labels of negative rows come from.</summary>
    public static Catalog<INegativeLabels> NegativeLabels { get; } = new("source of negatives", Types);

    /// <summary>How the learning rate falls.</summary>
    public static Catalog<ISchedule> Schedules { get; } = new("schedule", Types);

    private static readonly Dictionary<Type, IEnumerable<IStrategy>> Families = new()
    {
        [typeof(IGoodness)] = Goodness.All,
        [typeof(ILocalLoss)] = Losses.All,
        [typeof(IActivation)] = Activations.All,
        [typeof(INegativeLabels)] = NegativeLabels.All,
        [typeof(ISchedule)] = Schedules.All,
    };

    /// <summary>The strategies of a family, in the order of their names.</summary>
    /// <exception cref="ArgumentException">The type is no family of strategies.</exception>
    public static IEnumerable<IStrategy> Of(Type family) => Families.TryGetValue(family, out var all)
        ? all
        : throw new ArgumentException($"{family.Name} is no family of strategies. There is: {string.Join(", ", Families.Keys.Select(type => type.Name))}.", nameof(family));
}
