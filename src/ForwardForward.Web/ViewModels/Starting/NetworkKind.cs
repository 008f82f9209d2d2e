using ForwardForward.Experiments;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>What sets one family of recipes apart from another at a glance.</summary>
public enum NetworkKind
{
    /// <summary>The label is part of the picture.</summary>
    Labelled,

    /// <summary>Negatives are made of two digits.</summary>
    Hybrid,

    /// <summary>The same, with units that see only their own place.</summary>
    LocalHybrid,

    /// <summary>Layers hear the one above as well.</summary>
    Recurrent,

    /// <summary>Derivatives travel down through all layers.</summary>
    Backprop,
}

/// <summary>Reads it off a recipe.</summary>
public static class NetworkKinds
{
    /// <summary>The kind.</summary>
    public static NetworkKind Of(Recipe recipe) => recipe.Trainer.Name switch
    {
        "unsupervised" => NetworkKind.Hybrid,
        "unsupervised-local" => NetworkKind.LocalHybrid,
        "recurrent" => NetworkKind.Recurrent,
        { } name when name.StartsWith("backprop", StringComparison.Ordinal) => NetworkKind.Backprop,
        _ => NetworkKind.Labelled,
    };
}
