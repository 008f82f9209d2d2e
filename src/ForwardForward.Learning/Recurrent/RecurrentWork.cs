using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// The multiply-adds of a step: the bottom-up pass for every image; for every row and iteration what comes up and what comes down, the label at
/// the top as one of so many inputs; both again in the gradients of every trained iteration; and the head.
/// </summary>
internal static class RecurrentWork
{
    public static StepWork[] Of(RecurrentSettings options, RecurrentWeights weights, RowBlocks rows)
    {
        var iterations = (long)options.Trained.Last;
        var trained = iterations - options.Trained.First + 1;
        return
        [
            .. Enumerable.Range(0, weights.Up.Count).SelectMany(layer =>
            {
                var up = weights.ConnectionsUp(layer);
                var both = up + weights.ConnectionsDown(layer);
                return (StepWork[])
                [
                    new(StepPhase.Forward, layer, (rows.Batch * up) + (iterations * rows.Learning * both)),
                    new(StepPhase.Update, layer, trained * rows.Learning * both),
                ];
            }),
            new(StepPhase.Head, 0, 2 * rows.Batch * weights.Head.Connections),
        ];
    }
}
