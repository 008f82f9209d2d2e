using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Layers;

/// <summary>A layer cut into blocks, each with a goodness of its own (paper, section 6).</summary>
public sealed class BlockGoodnessTests
{
    private const int Batch = 4;
    private const int UnitsOfBlock = 5;

    [Fact]
    public void EveryBlockLearnsAsALayerOfItsOwn()
    {
        const int Blocks = 3;
        using var workers = new Workers(1);
        var rows = new RowBlocks(Batch, 1);
        using var whole = new LayerTraining(Rule(Blocks), workers, rows, 0, Blocks * UnitsOfBlock);
        var random = new RandomStream(3);
        var z = whole.Activities.TotalInput;
        for (var row = 0; row < rows.Learning; row++)
        {
            foreach (ref var value in z.Row(row))
            {
                value = (2 * random.NextSingle()) - 0.5f;
            }
        }

        var loss = 0f;
        var derivatives = new List<float[]>();
        for (var block = 0; block < Blocks; block++)
        {
            using var alone = new LayerTraining(Rule(1), workers, rows, 0, UnitsOfBlock);
            for (var row = 0; row < rows.Learning; row++)
            {
                z.ColumnRange(block * UnitsOfBlock, UnitsOfBlock).Row(row).CopyTo(alone.Activities.TotalInput.Row(row));
            }

            alone.Activities.Complete(workers, 0, rows.Learning);
            loss += alone.Differentiate().Loss / Blocks;
            derivatives.AddRange(Enumerable.Range(0, rows.Learning).Select(row => alone.Dz.Row(row).ToArray()));
        }

        whole.Activities.Complete(workers, 0, rows.Learning);
        var report = whole.Differentiate();

        Assert.Equal(loss, report.Loss, 1e-5f);
        for (var block = 0; block < Blocks; block++)
        {
            for (var row = 0; row < rows.Learning; row++)
            {
                Assert.Equal(derivatives[(block * rows.Learning) + row], whole.Dz.ColumnRange(block * UnitsOfBlock, UnitsOfBlock).Row(row).ToArray());
            }
        }

        Assert.Contains(derivatives, row => row.Any(value => value != 0));
    }

    [Fact]
    public void BlocksMustDivideTheUnits()
    {
        using var workers = new Workers(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LayerTraining(Rule(3), workers, new RowBlocks(Batch, 1), 0, 10));
    }

    [Fact]
    public void NetworkOfBlocksLearnsTinyPatterns()
    {
        using var bench = new Bench(
            new SupervisedSettings { HiddenUnits = [60, 60, 60], Epochs = 20, BatchSize = 50, Blocks = 3 }, data: TinyDigits.Make(1000, 200));
        var (goodness, softmax) = bench.Run(20 * bench.Trainer.Course.StepsPerEpoch).ValidationErrors();

        Assert.True(goodness < 10, $"goodness: {goodness} %");
        Assert.True(softmax < 10, $"softmax: {softmax} %");
    }

    private static LayerRule Rule(int blocks) => new(new Relu(), new SumOfSquares(), new LogisticLoss(), 1, 0, SkipSilentRows: true, blocks);
}
