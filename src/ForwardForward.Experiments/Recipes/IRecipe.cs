namespace ForwardForward.Experiments.Recipes;

/// <summary>One experiment, at every scale. A sealed class with a constructor without parameters is found by <see cref="RecipeCatalog"/>.</summary>
internal interface IRecipe
{
    /// <summary>Name in links, files and commands.</summary>
    string Id { get; }

    /// <summary>Place in lists for people, low first.</summary>
    int Order { get; }

    /// <summary>The experiment at a scale.</summary>
    Recipe At(Scale scale);
}
