namespace ForwardForward.Experiments.Paper;

/// <summary>The paper's MNIST experiments in its own order: the backprop nets it compares with, unsupervised, supervised, recurrent; a variant of ours stands below what it varies.</summary>
public static class PaperTable
{
    /// <summary>The rows. The two experiments that take longest need one seed, the others three.</summary>
    public static IReadOnlyList<PaperRow> Rows { get; } =
    [
        new("bp-mlp", "Backprop, ReLU layers, no tricks", 1.4, null, null, 3),
        new("bp-mlp-dropout", "Backprop with dropout", 1.1, null, null, 3),
        new("bp-mlp-label-smoothing", "Backprop with label smoothing", 1.1, null, null, 3),
        new("bp-cnn", "Backprop, a small convolutional net", 0.6, null, null, 3),
        new("ff-unsupervised", "Hybrid images as negatives, 4 x 2000, 100 epochs", 1.37, null, "about 5", 3),
        new("ff-unsupervised-local", "Local receptive fields, 60 epochs", 1.16, null, null, 3),
        new("ff-supervised-small", "Label in the image, 3 x 1000, 100 epochs", null, "1.44 by goodness, 1.47 by softmax", "1.33 by goodness, 1.38 by softmax, 125 epochs", 3),
        new("ff-supervised-small-dropout", "The same, a fifth of the pixels left out (a variant of ours)", null, null, null, 3),
        new("ff-supervised", "Label in the image, 4 x 2000, 60 epochs", 1.36, null, "1.35 with another loss, 2 x 2000", 3),
        new("ff-supervised-dropout", "The same, a fifth of the pixels left out (a variant of ours)", null, null, null, 3),
        new("ff-supervised-fast", "4 x 2000 at a high learning rate (doubled in the paper), 40 epochs", 1.46, null, null, 3),
        new("ff-supervised-jitter", "4 x 2000, images shifted, 500 epochs", 0.64, null, "0.71 with dropout, 3 x 1000, 200 epochs", 1),
        new("ff-recurrent", "Top-down and bottom-up, 60 epochs", 1.31, null, null, 1),
    ];

    /// <summary>The row of a recipe; null when the paper has no such experiment.</summary>
    public static PaperRow? Find(string recipe) => Rows.FirstOrDefault(row => row.Recipe == recipe);
}
