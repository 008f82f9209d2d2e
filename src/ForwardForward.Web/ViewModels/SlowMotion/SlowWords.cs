using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;

namespace ForwardForward.Web.ViewModels.SlowMotion;

/// <summary>What a step of slow motion says, with the figures of this very pair.</summary>
public static class SlowWords
{
    // Below that a layer asks for next to nothing.
    private const float Certain = 0.005f;

    /// <summary>The sentences.</summary>
    public static string Of(SlowStep step, StepTrace story, ConfiguredRecipe recipe)
    {
        if (step.Phase == SlowPhase.Batch)
        {
            return Pair(story);
        }

        var layer = story.Layers[step.Layer];
        return step.Phase switch
        {
            SlowPhase.Pass => Pass(step.Layer, layer.Positive),
            SlowPhase.Goodness => Goodness(layer, layer.Positive, recipe),
            SlowPhase.Normalise => Normalise(step.Layer, layer, story.Layers.Count),
            SlowPhase.Negative => Negative(step.Layer, layer),
            _ => Update(step.Layer, layer),
        };
    }

    /// <summary>Goodness per unit.</summary>
    public static double PerUnit(RowTrace row, float goodness) => goodness / Math.Max(1.0, row.Activities.Length);

    private static string Pair(StepTrace story) => story.Example is { PositiveLabel: { } right, NegativeLabel: { } wrong }
        ? $"The same digit twice. With its true label, {right}, it is positive; with a wrong one, {wrong}, it is negative. The label is written into the first ten pixels of the picture."
        : "The digit is positive. The negative is a hybrid: parts of it, and parts of another digit, joined through a mask. Its strokes are right from near and wrong from afar.";

    private static string Pass(int layer, RowTrace row)
    {
        var active = row.Activities.Count(activity => activity != 0);
        var source = layer == 0 ? "the normalised picture" : $"the normalised activities of layer {layer} and nothing else";
        return $"Layer {layer + 1} sees {source}. Each unit weighs what it sees; sums below zero are cut off. {Figures.Count(active)} of {Figures.Count(row.Activities.Length)} units are active.";
    }

    private static string Goodness(LayerTrace layer, RowTrace row, ConfiguredRecipe recipe)
    {
        var what = (recipe.Settings as LayerwiseSettings)?.Goodness.Name switch
        {
            "sum-of-squares" => "Every activity is squared, and all are added up",
            "negative-sum-of-squares" => "Every activity is squared, all are added up, and the sum counts against the layer",
            "sum-of-activities" => "All activities are added up",
            var other => $"The layer measures its {other?.Replace('-', ' ') ?? "goodness"}",
        };
        return $"{what}: the goodness is {Figures.Value(row.Goodness)}, or {Figures.Value(PerUnit(row, row.Goodness))} a unit. {Verdict(layer, row)}";
    }

    private static string Verdict(LayerTrace layer, RowTrace row) => layer.Threshold == 0
        ? "This loss has no threshold: it compares the goodness of positive and negative."
        : $"The threshold is {Figures.Value(layer.Threshold / Math.Max(1.0, row.Activities.Length))} a unit, so the layer takes it for positive with probability {Chance(row.Probability)}.";

    private static string Normalise(int index, LayerTrace layer, int layers)
    {
        var next = index + 1 < layers ? $"Layer {index + 2} gets" : "The softmax gets";
        var length = layer.Positive.Rms > 0
            ? $"The activities are divided by their root mean square, {Figures.Value(layer.Positive.Rms)}"
            : "All activities are zero, so there is nothing to divide";
        return $"{length}. That takes the goodness out: {next} only the pattern, and cannot just repeat the verdict of layer {index + 1}.";
    }

    private static string Negative(int index, LayerTrace layer)
    {
        var (positive, negative) = (layer.Positive, layer.Negative);
        var compared = negative.Goodness < positive.Goodness ? $"less than the positive's {Fine(PerUnit(positive, positive.Goodness))}, as it should be" : $"not less than the positive's {Fine(PerUnit(positive, positive.Goodness))}: the layer is fooled";
        var verdict = layer.Threshold == 0 ? "" : $" The layer takes it for positive with probability {Chance(negative.Probability)}.";
        return $"The negative goes the same way, with the same weights. Layer {index + 1} gives it {Fine(PerUnit(negative, negative.Goodness))} a unit, {compared}.{verdict}";
    }

    private static string Update(int index, LayerTrace layer)
    {
        var (positive, negative) = (layer.Positive, layer.Negative);
        var wish = layer.Threshold == 0
            ? "Its weights move so that the positive's goodness rises and the negative's falls."
            : 1 - positive.Probability < Certain && negative.Probability < Certain
                ? "It is already certain of this pair and asks for nothing; other pairs of the batch move the weights."
                : $"It wants the positive's goodness higher with a pull of {Chance(1 - positive.Probability)} and the negative's lower with a push of {Chance(negative.Probability)}.";
        return $"Layer {index + 1} has all it needs: its own input and its own activities. {wish} No derivative comes from any other layer. After the update of the whole batch the same input has goodness "
            + $"{Change(positive)} (positive) and {Change(negative)} (negative) a unit.";
    }

    private static string Change(RowTrace row) => $"{Fine(PerUnit(row, row.Goodness))} → {Fine(PerUnit(row, row.GoodnessAfter))}";

    private static string Chance(float value) => value switch
    {
        < 0.005f => "nearly 0",
        > 0.995f => "nearly 1",
        _ => Figures.Value(value),
    };

    private static string Fine(double value) => double.IsFinite(value) ? value.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture) : Figures.None;
}
