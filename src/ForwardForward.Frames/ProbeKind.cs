namespace ForwardForward.Frames;

/// <summary>What a model can be asked with.</summary>
public enum ProbeKind
{
    /// <summary>Nothing: it cannot be asked.</summary>
    None,

    /// <summary>A drawing: ink on the pad, brought into the middle and to size.</summary>
    Drawing,

    /// <summary>A picture from a file, cut and brought to size.</summary>
    Picture,

    /// <summary>Characters that it goes on from.</summary>
    Text,

    /// <summary>Numbers from which it makes something.</summary>
    Latent,
}
