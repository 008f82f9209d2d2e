using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;

namespace ForwardForward.Runs.Readings;

/// <summary>How each label fares while a recurrent net settles on one digit.</summary>
internal static class LabelIterating
{
    /// <summary>A digit to settle on.</summary>
    /// <param name="Number">Its number among the test digits; null when it is one of the present batch.</param>
    /// <param name="Label">Its label.</param>
    /// <param name="Width">Width in pixels.</param>
    /// <param name="Height">Height in pixels.</param>
    /// <param name="Pixels">0 (background) to 255 (ink).</param>
    public sealed record Shown(int? Number, int Label, int Width, int Height, byte[] Pixels);

    /// <summary>Refuses nets that do not settle.</summary>
    /// <exception cref="RunRequestException">The recipe's net has no iterations.</exception>
    public static void CheckSettles(ConfiguredRecipe recipe)
    {
        if (recipe.Settings.ScoredIterations is null)
        {
            throw new RunRequestException($"The net of {recipe.Id} answers in one pass, so there is no goodness over iterations; recurrent nets have it, such as ff-recurrent.");
        }
    }

    /// <summary>A test digit; null when none is named.</summary>
    /// <exception cref="RunRequestException">There is no such digit.</exception>
    public static Shown? Digit(ImageSet test, int? number) => number switch
    {
        null => null,
        { } one when one >= 0 && one < test.Count => new Shown(one, test.Labels[one], test.Shape.Width, test.Shape.Height, test.Image(one).ToArray()),
        _ when test.Count == 0 => throw new RunRequestException("This run has no test digits; set testImages to at least 1."),
        { } one => throw new RunRequestException($"There are test digits 0 to {test.Count - 1}; asked for {one}."),
    };

    /// <summary>The positive of a pair.</summary>
    public static Shown Digit(ExamplePair pair) => new(
        null, pair.PositiveLabel ?? 0, pair.Width, pair.Height, Array.ConvertAll(pair.Positive, share => (byte)Math.Clamp(MathF.Round(share * 255), 0, 255)));

    /// <summary>The reading.</summary>
    public static LabelIterations Of(Run run, long step, Shown shown, int digits, Classification found)
    {
        var (first, last) = run.Recipe.Settings.ScoredIterations!.Value;
        return new LabelIterations(
            run.NextPictureVersion(), step, shown.Number, digits, shown.Label, found.Label, first, last, shown.Width, shown.Height, shown.Pixels, found.Iterations);
    }
}
