using System.Text.Json;
using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;

namespace ForwardForward.Web.Endpoints;

/// <summary>Lists of runs, each answered by itself: one that cannot be shown is left out with a line in the log, and the others are served.</summary>
public static class ShownRuns
{
    /// <summary>The answers for snapshots.</summary>
    public static RunAnswer[] Of(IEnumerable<RunSnapshot> runs, JsonSerializerOptions json, ILogger logger)
    {
        var answers = new List<RunAnswer>();
        foreach (var run in runs)
        {
            try
            {
                var answer = RunAnswer.From(run);
                JsonSerializer.Serialize(Stream.Null, answer, json);
                answers.Add(answer);
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "Run {Run} cannot be shown and is left out of the list", run.Id);
            }
        }

        return [.. answers];
    }
}
