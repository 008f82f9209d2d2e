using ForwardForward.Data;
using ForwardForward.Experiments.Trainers;
using ForwardForward.Frames;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Strategies;

namespace ForwardForward.Experiments.Settings;

/// <summary>What settings must not be together, though each of them is in its range.</summary>
internal static class SettingChecks
{
    /// <summary>Refuses a recipe whose settings do not fit together.</summary>
    /// <param name="recipe">The recipe as it would run.</param>
    /// <param name="named">The settings that somebody has set.</param>
    /// <exception cref="SettingException">They do not; the message names both sides and what would be right.</exception>
    public static void Check(Recipe recipe, IReadOnlyCollection<string> named)
    {
        if (recipe.Trainer.BatchSize > recipe.Data.TrainCount)
        {
            throw new SettingException($"batchSize must be at most trainImages, {recipe.Data.TrainCount}; got {recipe.Trainer.BatchSize}.");
        }

        var matters = TrainerFamilies.Get(recipe.Trainer.Name).Settings;
        if (matters.Contains("fieldSizes"))
        {
            CheckFields(recipe);
        }
        else if (matters.Contains("blocks"))
        {
            CheckBlocks(recipe, recipe.Network.HiddenUnits, units => $"hiddenUnits; {recipe.Trainer.Blocks} does not divide {units}.");
        }

        if (matters.Contains("channels"))
        {
            CheckConvolutions(recipe);
        }

        if (matters.Contains("iterations"))
        {
            CheckIterations("firstTrained", recipe.Trainer.FirstTrained, "lastTrained", recipe.Trainer.LastTrained, recipe);
            CheckIterations("firstScored", recipe.Trainer.FirstScored, "lastScored", recipe.Trainer.LastScored, recipe);
        }

        CheckThreshold(recipe, named);
    }

    private static void CheckFields(Recipe recipe)
    {
        var network = recipe.Network;
        var layers = network.HiddenUnits.Count;
        CheckCount("fieldSizes", network.FieldSizes.Count, layers);
        CheckCount("fieldStrides", network.FieldStrides.Count, layers);
        var map = ShapeOf(recipe);
        var units = new List<int>();
        for (var i = 0; i < layers; i++)
        {
            var field = new LocalField(network.FieldSizes[i], network.FieldStrides[i]);
            if (!field.Fits(map))
            {
                throw new SettingException(
                    $"fieldSizes must fit what each layer sees: layer {i + 1} sees {map.Width} x {map.Height} locations, so its field has at most {Math.Min(map.Width, map.Height)}; got {field.Size}.");
            }

            map = new ImageShape(field.Along(map.Width), field.Along(map.Height), network.HiddenUnits[i]);
            units.Add(map.Values);
        }

        CheckBlocks(recipe, units, odd => $"the units of every layer, hiddenUnits at all of its locations together; {recipe.Trainer.Blocks} does not divide {odd}.");
    }

    private static void CheckCount(string name, int count, int layers)
    {
        if (count != layers)
        {
            throw new SettingException($"{name} must have one number for every layer of hiddenUnits, {layers}; got {count}.");
        }
    }

    private static void CheckBlocks(Recipe recipe, IReadOnlyList<int> units, Func<int, string> sentence)
    {
        var odd = units.FirstOrDefault(count => count % recipe.Trainer.Blocks != 0);
        if (odd != 0)
        {
            throw new SettingException("blocks must divide " + sentence(odd));
        }
    }

    private static void CheckConvolutions(Recipe recipe)
    {
        var shape = ShapeOf(recipe);
        var most = BackpropOptions.MostConvolutions(shape);
        if (recipe.Network.Channels.Count > most)
        {
            throw new SettingException(
                $"channels must have at most {most} numbers: images of {shape} have nothing left after so many convolutions; got {recipe.Network.Channels.Count}.");
        }
    }

    private static ImageShape ShapeOf(Recipe recipe) => DataSources.Images.Get(recipe.Data.Set).Describe().Shape;

    private static void CheckIterations(string firstName, int first, string lastName, int last, Recipe recipe)
    {
        if (first > last)
        {
            throw new SettingException($"{firstName} must be at most {lastName}, {last}; got {first}.");
        }

        if (last > recipe.Trainer.Iterations)
        {
            throw new SettingException($"{lastName} must be at most iterations, {recipe.Trainer.Iterations}; got {last}.");
        }
    }

    // Quietly ignoring it would leave somebody to wonder why nothing changes.
    private static void CheckThreshold(Recipe recipe, IReadOnlyCollection<string> named)
    {
        if (named.Contains("thresholdPerUnit") && !Catalogs.Losses.Get(recipe.Trainer.Loss).UsesThreshold)
        {
            var others = Catalogs.Losses.All.Where(loss => loss.UsesThreshold).Select(loss => loss.Name);
            throw new SettingException(
                $"thresholdPerUnit means nothing with loss {recipe.Trainer.Loss}, which compares a positive with its own negative; it goes with loss {string.Join(" or ", others)}.");
        }
    }
}
