using ForwardForward.Learning.Readings;

namespace ForwardForward.Runs;

/// <summary>What somebody watches as a run goes on: one moment of it. Newest wins; versions only grow.</summary>
public interface IPicture
{
    /// <summary>Grows with every reading of this run.</summary>
    long Version { get; }

    /// <summary>Mini-batches done.</summary>
    long Step { get; }
}

/// <summary>Receptive fields of one layer at one moment. Newest wins; versions only grow.</summary>
/// <param name="Version">Grows with every reading of this run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="FieldWidth">Width of a field.</param>
/// <param name="FieldHeight">Height of a field.</param>
/// <param name="LabelPixels">Leading pixels that carry the label.</param>
/// <param name="FirstUnit">Unit of the first field.</param>
/// <param name="Fields">Weights, one field after the other: <c>[count * height * width * channels]</c>.</param>
public sealed record ReceptiveFields(
    long Version, long Step, int Layer, int FieldWidth, int FieldHeight, int LabelPixels, int FirstUnit, float[] Fields) : IPicture
{
    /// <summary>Channels of a field.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Values of a field.</summary>
    public int FieldSize => FieldWidth * FieldHeight * Channels;

    /// <summary>The same in grey, for forms that know no colour: the mean of the channels.</summary>
    public ReceptiveFields Grey() => Channels == 1 ? this : this with { Channels = 1, LabelPixels = LabelPixels / Channels, Fields = [.. Fields.Chunk(Channels).Select(pixel => pixel.Average())] };
}

/// <summary>Positive and negative examples of one moment. Newest wins.</summary>
/// <param name="Version">Grows with every reading of this run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Pairs">The examples.</param>
public sealed record NegativeExamples(long Version, long Step, IReadOnlyList<ExamplePair> Pairs) : IPicture;

/// <summary>The images that excite one unit most, loudest first.</summary>
/// <param name="Version">Grows with every reading of this run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="Unit">Position of the unit.</param>
/// <param name="Width">Width of an image.</param>
/// <param name="Height">Height of an image.</param>
/// <param name="Images">The images; none for a unit that is silent to all that were tried.</param>
public sealed record ExcitingImages(long Version, long Step, int Layer, int Unit, int Width, int Height, IReadOnlyList<ExcitingImage> Images);

/// <summary>An image that excites a unit.</summary>
/// <param name="Index">Its number in the validation split.</param>
/// <param name="Label">Its label.</param>
/// <param name="Activity">What the unit says to it.</param>
/// <param name="Pixels">0 (background) to 255 (ink), <c>[height * width]</c>.</param>
public sealed record ExcitingImage(int Index, int Label, float Activity, byte[] Pixels);

/// <summary>How each label fares while a recurrent net settles on one digit.</summary>
/// <param name="Version">Grows with every reading of this run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Digit">Number of the test digit; null when it is one of the present batch.</param>
/// <param name="Digits">Test digits that there are.</param>
/// <param name="Label">The digit's label.</param>
/// <param name="Verdict">The label of the highest goodness over the scored iterations.</param>
/// <param name="FirstScored">First iteration, from 1, whose goodness counts.</param>
/// <param name="LastScored">Last iteration whose goodness counts.</param>
/// <param name="Width">Width of the digit.</param>
/// <param name="Height">Height of the digit.</param>
/// <param name="Pixels">The digit, 0 (background) to 255 (ink), <c>[height * width]</c>.</param>
/// <param name="Goodness">Goodness after every iteration, added up over the hidden layers, <c>[iterations][labels]</c>.</param>
public sealed record LabelIterations(
    long Version, long Step, int? Digit, int Digits, int Label, int Verdict, int FirstScored, int LastScored, int Width, int Height, byte[] Pixels, float[][] Goodness)
    : IPicture;
