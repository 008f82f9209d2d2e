using ForwardForward.Runs.Training;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs;

/// <summary>What every part of the engine needs.</summary>
/// <param name="Options">Where runs are kept and how they use the machine.</param>
/// <param name="Factory">Makes trainers.</param>
/// <param name="Time">Clock.</param>
/// <param name="Logger">Log.</param>
/// <param name="Book">Every run.</param>
internal sealed record RunsContext(RunsOptions Options, ITrainingFactory Factory, TimeProvider Time, ILogger Logger, RunBook Book);
