using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Recipes;

namespace ForwardForward.Testing;

/// <summary>Recipes cut down to the small images in colour of <see cref="ColourPatterns"/>.</summary>
public static class ColourRecipes
{
    /// <summary>Images of a mini-batch.</summary>
    public const int Batch = 20;

    /// <summary>A recipe at Smoke scale with few units, and with fields and convolutions that fit the images.</summary>
    public static ConfiguredRecipe Fit(string id, Splits<ImageSet> data)
    {
        var recipe = RecipeCatalog.Get(id, Scale.Smoke);
        var settings = ((NetworkSettings)recipe.Settings) with
        {
            TrainImages = data.Train.Count,
            ValidationImages = data.Validation.Count,
            TestImages = data.Test.Count,
            BatchSize = Batch,
        };
        settings = settings with { HiddenUnits = [.. settings.HiddenUnits.Select(units => Math.Min(units, 24))] };
        return recipe with
        {
            Settings = settings switch
            {
                UnsupervisedLocalSettings local => Fit(local, data.Train.Shape),
                ConvolutionalSettings convolutional => convolutional with { Channels = [.. convolutional.Channels.Take(BackpropSettings.MostConvolutions(data.Train.Shape))] },
                _ => settings,
            },
        };
    }

    private static UnsupervisedLocalSettings Fit(UnsupervisedLocalSettings settings, ImageShape shape)
    {
        var (side, sizes, strides) = (Math.Min(shape.Width, shape.Height), new List<int>(), new List<int>());
        foreach (var (size, stride) in settings.FieldSizes.Zip(settings.FieldStrides))
        {
            sizes.Add(Math.Min(size, (side + 1) / 2));
            strides.Add(Math.Clamp(stride, 1, Math.Max(1, sizes[^1] / 2)));
            side = ((side - sizes[^1]) / strides[^1]) + 1;
        }

        return settings with { FieldSizes = sizes, FieldStrides = strides };
    }
}
