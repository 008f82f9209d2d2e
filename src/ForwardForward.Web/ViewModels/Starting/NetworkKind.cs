using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;

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

    /// <summary>A family that has no picture of its own.</summary>
    Other,
}

/// <summary>Reads it off a recipe.</summary>
public static class NetworkKinds
{
    /// <summary>The kind.</summary>
    public static NetworkKind Of(ConfiguredRecipe recipe) => recipe.Info.Family switch
    {
        RecipeFamilies.HybridImages => recipe.Settings.Outline.Any(layer => layer.Kind == LayerKind.Local) ? NetworkKind.LocalHybrid : NetworkKind.Hybrid,
        RecipeFamilies.TopDown => NetworkKind.Recurrent,
        RecipeFamilies.Backpropagation => NetworkKind.Backprop,
        RecipeFamilies.LabelInImage => NetworkKind.Labelled,
        _ => NetworkKind.Other,
    };
}
