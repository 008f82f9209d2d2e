using ForwardForward.Frames;

namespace ForwardForward.Learning.Readings;

/// <summary>One thing that a trainer shows, as a frame. It is read between two steps and takes no part in learning.</summary>
public interface IReading
{
    /// <summary>What it is called and what can be asked; the same at any time, but for the examples to choose from.</summary>
    ReadingInfo Info { get; }

    /// <summary>Reads it now; the step of the query is not looked at.</summary>
    /// <returns>A frame of the kind that <see cref="Info"/> names; null when there is nothing to show: before the first step where it shows the last mini-batch, or without images to try.</returns>
    /// <exception cref="ArgumentException">The query does not fit <see cref="Info"/>; the message says why.</exception>
    Frame? Read(in ReadingQuery query);
}
