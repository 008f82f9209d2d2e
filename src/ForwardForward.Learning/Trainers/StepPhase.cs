namespace ForwardForward.Learning.Trainers;

/// <summary>What a step is doing, for a breakdown of its time.</summary>
public enum StepPhase
{
    /// <summary>Whatever has no name of its own.</summary>
    Other,

    /// <summary>Images of the batch: pixels, energies.</summary>
    InputPreparation,

    /// <summary>The first layer's product of the images.</summary>
    ImageProduct,

    /// <summary>Label input joined to the images' products, in every row.</summary>
    LabelJoining,

    /// <summary>Products of the layers above the first.</summary>
    Forward,

    /// <summary>Goodness and normalised activities.</summary>
    Normalisation,

    /// <summary>Losses, derivatives by total input, biases and the peers' term.</summary>
    Derivatives,

    /// <summary>Gradients that go into velocity and weights.</summary>
    Update,

    /// <summary>The softmax head, forward and update.</summary>
    Head,

    /// <summary>Wrong labels drawn.</summary>
    Negatives,
}
