namespace ForwardForward.Web.ViewModels.Glossary;

/// <summary>The words that the pages use, each said once.</summary>
public static class Terms
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TermGroup> All { get; } =
    [
        new("The algorithm",
        [
            new("activity", "Activity", "What a unit puts out: the weighted sum of its inputs where that is positive, else 0.", "2"),
            new("goodness", "Goodness", "The sum of the squared activities of a layer, taken before they are normalised. Divided by the number of units it can be compared between layers.", "2"),
            new("threshold", "Threshold", "The goodness at which a layer finds positive and negative equally likely: it gives an input the probability σ(goodness − threshold) of being positive. The usual threshold is the number of units, which is 1 per unit.", "2"),
            new("positive", "Positive data", "Data that every layer shall give a goodness above its threshold: real images, with their true label where labels are used.", "2"),
            new("negative", "Negative data", "Data that every layer shall give a goodness below its threshold: images with a wrong label, or images that are none.", "2"),
            new("local-loss", "Local loss", "What one layer makes small by itself. No derivative crosses from one layer to another.", "2"),
            new("normalised-activity", "Normalised activity", "The activities of a layer divided by their root mean square. The next layer sees which units are active, but not how good the layer below found the input.", "2.1"),
            new("peer-normalisation", "Peer normalisation", "A pull on every unit towards the mean activity of its layer, so that no unit stays silent and none is always on.", "3.2"),
            new("iterations", "Iterations", "In a net with top-down connections every layer hears the layer below and the layer above, again and again, until the activities settle. The goodness of a label is that of some iterations in the middle.", "3.4"),
            new("receptive-field", "Receptive field", "The weights from the pixels to one unit, drawn as a picture: where ink raises its activity and where it lowers it.", "3.2"),
        ]),
        new("Negatives and tests",
        [
            new("label-pixels", "Label pixels", "The first ten pixels of an image, which are always empty in MNIST: the one of the label is on, the others are off.", "3.3"),
            new("neutral-label", "Neutral label", "All ten label pixels at a tenth: an image that says nothing about its label.", "3.3"),
            new("hard-negative", "Hard negative", "A wrong label that is drawn in proportion to the probability that the network gives it, so that it learns most from the mistakes it is about to make.", "3.3"),
            new("hybrid", "Hybrid image", "Digit A where a mask is 1 and digit B where it is 0. Over short distances it looks like a digit, over long ones it does not.", "3.2"),
            new("by-goodness", "Test by goodness", "Every label is written into the image in turn; the one with the highest goodness, added up over all hidden layers but the first, is the answer.", "3.3"),
            new("by-softmax", "Test by softmax", "The image with the neutral label goes through once; a linear softmax on the normalised activities of all hidden layers but the first gives the answer. It is faster and a little worse.", "3.3"),
            new("pairwise-error", "Pairwise error", "The share of pairs whose negative example has at least the goodness of its positive one. One half is chance."),
            new("validation-error", "Validation error", "The share of 10,000 images, held back from the training images, that is read wrongly. Every choice is made on it.", "3"),
            new("test-error", "Test error", "The share of the 10,000 official test images that is read wrongly. It is counted at the end, and nothing is chosen by it.", "3"),
        ]),
        new("In this laboratory",
        [
            new("run", "Run", "One training of one recipe with one seed. The same recipe, seed and kind of processor give the same weights, bit for bit."),
            new("scale", "Scale", "How much of a recipe is run: Smoke takes seconds, Quick about a minute, Paper has the paper's setting."),
            new("epoch", "Epoch and batch", "A batch is the handful of images that one step learns from; an epoch is one pass over all training images."),
            new("fork", "Fork", "A new run that starts from the newest weights of another one."),
            new("synthetic", "Synthetic digits", "Digits that the program draws itself where MNIST cannot be had. Errors on them cannot be held against the paper's."),
        ]),
        MoreTerms.Training,
        MoreTerms.Panels,
        MoreTerms.Runs,
    ];

    /// <summary>A word by its place; null when there is none.</summary>
    public static Term? Find(string id) => All.SelectMany(group => group.Terms).FirstOrDefault(term => term.Id == id);
}
