using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Frames.Codec;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Recipes;
using ForwardForward.Runs.Wire;
using ForwardForward.Testing;

namespace ForwardForward.Contracts.Tests;

/// <summary>Every reading of every image recipe, on small images in colour of four classes, through everything that frames go through.</summary>
public sealed class EveryReadingTests : IDisposable
{
    private static readonly Splits<ImageSet> Data = ColourPatterns.Make(6 * ColourRecipes.Batch);
    private readonly Workers _workers = new(1);
    private readonly MatrixProducts _products;

    public EveryReadingTests() => _products = new MatrixProducts(_workers);

    public static TheoryData<string> Ids => [.. RecipeCatalog.Ids];

    public void Dispose()
    {
        _products.Dispose();
        _workers.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryReadingIsNamedOnceAndGivesTheKindThatItDeclares(string id)
    {
        using var trainer = Trained(id);

        Assert.NotEmpty(trainer.Readings);
        Assert.Equal(trainer.Readings.Count, trainer.Readings.Select(reading => reading.Info.Name).Distinct().Count());
        Assert.All(trainer.Readings, reading => Assert.Matches("^[a-z]+(-[a-z]+)*$", reading.Info.Name));
        Assert.All(Queries(trainer), asked => Assert.Equal(asked.Reading.Info.Kind, Read(asked).Kind));
        Assert.All(Queries(trainer), asked => Assert.Equal(trainer.Course.CompletedSteps, Read(asked).Step));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryReadingComesBackAsItWasFromJsonMessagePackAndDisk(string id)
    {
        using var trainer = Trained(id);
        Assert.All(Queries(trainer), asked =>
        {
            // Tiles are rounded to a byte a value, once: what has been through the codec goes through it unchanged.
            var packed = FrameMessagePack.Write(Read(asked));
            var frame = FrameMessagePack.Read(packed);
            Assert.Equal(packed, FrameMessagePack.Write(FrameJson.Read(FrameJson.Write(frame))));
            Assert.Equal(packed, FrameMessagePack.Write(FrameFile.Read(FrameFile.Write(frame))));
            Assert.Equal(FrameJson.Write(frame), FrameJson.Write(FrameMessagePack.Read(packed)));
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryPictureIsDrawn(string id)
    {
        using var trainer = Trained(id);
        var drawn = 0;
        Assert.All(Queries(trainer), asked =>
        {
            var frame = Read(asked);
            if (FramePng.PictureOf(frame) is not null and not ImageFrame { Count: 0 })
            {
                Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], FramePng.Write(frame)[..4]);
                drawn++;
            }
        });

        Assert.True(drawn > 0, $"{id} shows no picture");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void WhatAQueryMustNotAskIsRefusedWithASentence(string id)
    {
        using var trainer = Trained(id);
        Assert.All(trainer.Readings, reading =>
        {
            var layers = reading.Info.Layers.Count;
            Assert.EndsWith(layers == 0 ? $"{reading.Info.Name} is of the whole network; leave layer out." : $"has layers 0 to {layers - 1}.", Refused(reading, new ReadingQuery(Layer: layers + 1)), StringComparison.Ordinal);
            Assert.StartsWith("first is -1", Refused(reading, new ReadingQuery(First: -1)), StringComparison.Ordinal);
            Assert.NotEmpty(Refused(reading, new ReadingQuery(Item: int.MaxValue)));
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ReadingChangesNothingThatIsLearnt(string id)
    {
        using var alone = Create(id);
        using var watched = Create(id);
        for (var step = 0; step < 4; step++)
        {
            Step(alone);
            Step(watched);
            foreach (var asked in Queries(watched))
            {
                Read(asked);
            }
        }

        var (expected, actual) = (alone.CaptureState(), watched.CaptureState());
        Assert.All(expected.Matrices, matrix => Assert.Equal(Bits(matrix.Value.Values), Bits(actual.Matrices[matrix.Key].Values)));
        Assert.Equal(expected.Words, actual.Words);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void BeforeTheFirstStepAndWithoutSamplesThereIsNothingOfThem(string id)
    {
        using var trainer = Create(id, withSamples: false);
        Assert.All(trainer.Readings, reading => Assert.Equal(reading.Info.NeedsBatch || reading.Info.NeedsSamples, reading.Read(default) is null));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ATrainerForViewingShowsWhatDoesNotNeedABatch(string id)
    {
        using var trainer = Trained(id);
        using var viewer = ColourRecipes.Fit(id, Data).CreateForViewing(ColourPatterns.Described, _products);
        viewer.RestoreState(trainer.CaptureState());
        viewer.SampleData = Data;

        Assert.Equal(trainer.Readings.Select(reading => reading.Info.Name), viewer.Readings.Select(reading => reading.Info.Name));
        Assert.All(trainer.Readings.Zip(viewer.Readings), pair =>
        {
            if (pair.First.Info.NeedsBatch)
            {
                Assert.Null(pair.Second.Read(default));
            }
            else
            {
                var query = pair.First.Info.Items is null ? default : new ReadingQuery(Item: 0);
                Assert.Equal(FrameMessagePack.Write(pair.First.Read(query)!), FrameMessagePack.Write(pair.Second.Read(query)!));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryModelAnswersAProbeOfItsRecipeAndRefusesAnother(string id)
    {
        using var trainer = Trained(id);
        using var model = trainer.CaptureModel();
        var probe = Probe.Picture(ColourPatterns.Described.Shape);
        var answer = Assert.IsType<GroupFrame>(model.Ask(Data.Test.Image(0)));
        var classes = Assert.IsType<GridFrame>(answer.Find("classes"));

        Assert.Null(probe.ProblemWith(Data.Test.Image(0)));
        Assert.Equal(ColourPatterns.Described.Classes, classes.Rows);
        Assert.Equal((model.Step, model.Classify(Data.Test.Image(0)).Label), (answer.Step, classes.Mark!.Row));
        Assert.Equal(FrameMessagePack.Write(answer), FrameMessagePack.Write(FrameJson.Read(FrameJson.Write(answer))));
        Assert.Throws<ArgumentException>(() => model.Ask(new byte[3]));
        Assert.NotEqual(ProbeKind.None, RecipeCatalog.Get(id, Scale.Paper).Probe.Kind);
    }

    // A reading is asked of every layer, from the first unit and from one in the middle, and of an example where there are some.
    private static IEnumerable<(IReading Reading, ReadingQuery Query)> Queries(Trainer trainer)
    {
        foreach (var reading in trainer.Readings)
        {
            var info = reading.Info;
            yield return (reading, default);
            for (var layer = 0; layer < info.Layers.Count; layer++)
            {
                yield return (reading, new ReadingQuery(Layer: layer));
                if (info.MostTiles is not null)
                {
                    yield return (reading, new ReadingQuery(Layer: layer, First: info.Layers[layer].Units / 2, Count: 3));
                }
            }

            if (info.Items is { } items)
            {
                yield return (reading, new ReadingQuery(Item: items - 1));
            }
        }
    }

    private static Frame Read((IReading Reading, ReadingQuery Query) asked) =>
        asked.Reading.Read(asked.Query) ?? throw new InvalidOperationException($"{asked.Reading.Info.Name} has nothing to show for {asked.Query}.");

    private static string Refused(IReading reading, ReadingQuery query) => Assert.Throws<ArgumentException>(() => reading.Read(query)).Message.Replace(" (Parameter 'query')", "", StringComparison.Ordinal);

    private static IEnumerable<int> Bits(IEnumerable<float> values) => values.Select(BitConverter.SingleToInt32Bits);

    private static void Step(Trainer trainer) => trainer.Step(new float[trainer.Metrics.Count]);

    private Trainer Trained(string id)
    {
        var trainer = Create(id);
        for (var step = 0; step < 4; step++)
        {
            Step(trainer);
        }

        return trainer;
    }

    private Trainer Create(string id, bool withSamples = true)
    {
        var trainer = ColourRecipes.Fit(id, Data).CreateTrainer(Data, _products);
        trainer.SampleData = withSamples ? Data : null;
        return trainer;
    }
}
