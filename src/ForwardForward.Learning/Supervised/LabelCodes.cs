namespace ForwardForward.Learning.Supervised;

/// <summary>What stands in the label pixels: one of the labels, or the neutral code, which is the number of labels.</summary>
internal static class LabelCodes
{
    /// <summary>Sum of the squared label pixels: <c>strength^2</c> for a label, <c>labels (strength / labels)^2</c> for the neutral code.</summary>
    public static float Energy(int code, int labels, float strength) => code < labels ? strength * strength : strength * strength / labels;

    /// <summary>Writes the label pixels as the network gets them, before normalisation: <c>[labels]</c>.</summary>
    public static void Write(int code, float strength, Span<float> labelPixels)
    {
        labelPixels.Fill(code < labelPixels.Length ? 0 : strength / labelPixels.Length);
        if (code < labelPixels.Length)
        {
            labelPixels[code] = strength;
        }
    }
}
