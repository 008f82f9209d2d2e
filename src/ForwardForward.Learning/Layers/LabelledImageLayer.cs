using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// The first layer of a network that gets its label in the first pixels of the image. Label and image weights are kept apart, because
/// everything that differs between a positive, a negative and a neutral row of one image is its label pixels and the scale that
/// normalises it: <c>z = scale (image W_image + strength W_label[label]) + b</c>, and <c>image W_image</c> is needed once only.
/// </summary>
/// <param name="pixels">Values of an image, of all channels, label pixels included.</param>
/// <param name="labels">Labels, and first values that the label takes the place of.</param>
/// <param name="units">Units.</param>
public sealed class LabelledImageLayer(int pixels, int labels, int units) : IDisposable
{
    private readonly float[] _labelInput = new float[units];

    /// <summary>Values of an image, of all channels, label pixels included.</summary>
    public int Pixels { get; } = pixels;

    /// <summary>Labels.</summary>
    public int Labels { get; } = labels;

    /// <summary>Pixels that are left for the image.</summary>
    public int ImagePixels => Pixels - Labels;

    /// <summary>Units.</summary>
    public int Units { get; } = units;

    /// <summary>Weights from the image's pixels, <c>[pixels - labels, units]</c>.</summary>
    public WeightMatrix ImageWeights { get; } = new(pixels - labels, units);

    /// <summary>Weights from the label pixels, <c>[labels, units]</c>.</summary>
    public Matrix LabelWeights { get; } = new(labels, units);

    /// <summary>Biases, <c>[units]</c>.</summary>
    public float[] Biases { get; } = new float[units];

    /// <summary>Draws weights from <c>N(0, 1) / sqrt(pixels)</c> and sets the biases to zero.</summary>
    public void Initialise(RandomStream random)
    {
        using var values = new Matrix(Pixels, Units);
        InitialWeights.Draw(values, Pixels, random);
        SetWeights(values);
        Array.Clear(Biases);
    }

    /// <summary>Takes all weights row-major, label pixels first: <c>[pixels, units]</c>.</summary>
    public void SetWeights(MatrixView rowMajor)
    {
        rowMajor.RowRange(0, Labels).CopyTo(LabelWeights);
        ImageWeights.CopyFrom(rowMajor.RowRange(Labels, ImagePixels));
    }

    /// <summary>Writes all weights row-major, label pixels first: <c>[pixels, units]</c>.</summary>
    public void GetWeights(MatrixView rowMajor)
    {
        LabelWeights.View.CopyTo(rowMajor.RowRange(0, Labels));
        ImageWeights.CopyTo(rowMajor.RowRange(Labels, ImagePixels));
    }

    /// <summary>Writes the receptive field of one unit, label pixels first: <c>[pixels]</c>.</summary>
    public void CopyUnitTo(int unit, Span<float> destination)
    {
        for (var label = 0; label < Labels; label++)
        {
            destination[label] = LabelWeights[label, unit];
        }

        ImageWeights.CopyUnitTo(unit, destination[Labels..]);
    }

    /// <summary><c>pixels = units W^T</c>, label pixels first: <c>[rows, units] -> [rows, pixels]</c>.</summary>
    public void Backproject(MatrixProducts products, MatrixView units, MatrixView pixels)
    {
        products.InputGradient(units, ImageWeights, pixels.ColumnRange(Labels, ImagePixels));
        for (var row = 0; row < units.Rows; row++)
        {
            for (var label = 0; label < Labels; label++)
            {
                pixels[row, label] = TensorPrimitives.Dot<float>(units.Row(row), LabelWeights.Row(label));
            }
        }
    }

    /// <summary>
    /// Input from the label pixels for every code: row <c>l</c> is <c>strength W_label[l]</c>, the last row, the neutral code, is
    /// <c>strength / labels</c> times the sum of all: <c>[labels + 1, units]</c>.
    /// </summary>
    public void LabelInputs(float strength, MatrixView destination)
    {
        _labelInput.AsSpan().Clear();
        for (var label = 0; label < Labels; label++)
        {
            TensorPrimitives.Add(_labelInput, LabelWeights.Row(label), _labelInput);
        }

        TensorPrimitives.Multiply(_labelInput, strength / Labels, destination.Row(Labels));
        for (var label = 0; label < Labels; label++)
        {
            TensorPrimitives.Multiply(LabelWeights.Row(label), strength, destination.Row(label));
        }
    }

    /// <summary>Takes over the values of another layer of the same shape.</summary>
    public void CopyFrom(LabelledImageLayer other)
    {
        ImageWeights.CopyFrom(other.ImageWeights);
        other.LabelWeights.View.CopyTo(LabelWeights);
        other.Biases.CopyTo(Biases, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ImageWeights.Dispose();
        LabelWeights.Dispose();
    }
}
