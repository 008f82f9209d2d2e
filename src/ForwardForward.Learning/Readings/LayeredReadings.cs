using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>The readings that networks of hidden layers have in common; a trainer adds its own behind them.</summary>
public static class LayeredReadings
{
    /// <summary>What units look for, what they answer most, and how active they are.</summary>
    public static IEnumerable<IReading> OfUnits(Trainer trainer) =>
    [
        new ReceptiveFieldReading(trainer),
        new TopActivationMeanReading(trainer),
        new TopActivationReading(trainer),
        new LayerStatisticsReading(trainer),
    ];

    /// <summary>What tells positive from negative data: for trainers that see both.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="classes">Names of the labels.</param>
    public static IEnumerable<IReading> OfPairs(Trainer trainer, IReadOnlyList<string> classes) =>
        [new ExampleReading(trainer, classes), new GoodnessReading(trainer)];
}
