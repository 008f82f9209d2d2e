using ForwardForward.Learning.Trainers;

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
/// <param name="Fields">Weights, one field after the other: <c>[count * height * width]</c>.</param>
public sealed record ReceptiveFields(
    long Version, long Step, int Layer, int FieldWidth, int FieldHeight, int LabelPixels, int FirstUnit, float[] Fields) : IPicture;

/// <summary>Positive and negative examples of one moment. Newest wins.</summary>
/// <param name="Version">Grows with every reading of this run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Pairs">The examples.</param>
public sealed record NegativeExamples(long Version, long Step, IReadOnlyList<ExamplePair> Pairs) : IPicture;
