namespace ForwardForward.Recipes;

/// <summary>Families of recipes that are told apart at a glance.</summary>
public static class RecipeFamilies
{
    /// <summary>The label is part of the picture (paper, section 3.3).</summary>
    public const string LabelInImage = "label in the image";

    /// <summary>Negatives are hybrids of two images (paper, section 3.2).</summary>
    public const string HybridImages = "hybrid images";

    /// <summary>Layers hear the one above as well (paper, section 3.4).</summary>
    public const string TopDown = "top-down and bottom-up";

    /// <summary>Derivatives travel down through all layers (paper, section 3.1).</summary>
    public const string Backpropagation = "backpropagation";
}
