namespace ForwardForward.Web.ViewModels.Glossary;

/// <summary>The words of nets, of training and of the panels.</summary>
internal static class MoreTerms
{
    /// <summary>How nets are built and trained.</summary>
    public static TermGroup Training { get; } = new("Nets and training",
    [
        new("layer", "Layer and unit", "A layer is a row of units that all look at the same inputs, each through weights of its own. A unit is one number of the layer's answer, its activity."),
        new("hidden-layer", "Hidden layer", "A layer between the image and the answer. Each one learns from its own goodness alone.", "2"),
        new("step", "Step", "One batch goes through the net as positive and as negative data, and every layer changes its weights once."),
        new("learning-rate", "Learning rate and gain", "How far a step moves the weights. The gain is what the schedule makes of it over time; the factor is what you make of it while the run goes on."),
        new("schedule", "Schedule", "How many epochs a run has and how the learning rate falls over them."),
        new("momentum", "Gradient smoothing", "The share of the old gradient that stays in the new one, so that steps in one direction add up and chance cancels out; also called momentum."),
        new("weight-decay", "Weight decay", "A pull on every weight towards 0, so that none grows without need."),
        new("softmax-head", "Softmax and its loss", "A linear layer that turns activities into ten probabilities, which add up to 1. Its loss is the cross-entropy: minus the logarithm of the probability of the right label, in nats."),
        new("local-fields", "Local receptive fields", "Units that see a small square of the image or of the layer below, each with weights of its own: nothing is shared, unlike in a convolution.", "3.2"),
        new("recurrent", "Top-down net", "A net in which every layer also hears the layer above it. The label stands at the top and the image at the bottom, and both stay fixed while the layers settle.", "3.4"),
        new("shifted-images", "Shifted images", "Every training image is moved by up to two pixels in each direction, afresh each time, so that the net learns that a digit is the same digit elsewhere.", "3.3"),
        new("symba", "SymBa", "Another local loss: it compares the goodness of a positive example with that of its own negative and needs no threshold."),
        new("backpropagation", "Backpropagation", "The usual way to train a net: the error at the top is carried down through all layers as derivatives. It is here to be compared with.", "1"),
        new("dropout", "Dropout", "In every step some units are left out by chance, so that no unit relies on another.", "3.1"),
        new("label-smoothing", "Label smoothing", "The right label is asked for with a little less than certainty, and every other with a little more than nothing.", "3.1"),
        new("convolution", "Convolution", "A layer whose units share one small set of weights, laid on every place of the image.", "3.1"),
        new("mnist", "MNIST", "70,000 pictures of handwritten digits, 28 × 28 pixels: 50,000 to train on, 10,000 to choose by (validation), 10,000 to judge by (test).", "3.1"),
    ]);

    /// <summary>What the panels measure.</summary>
    public static TermGroup Panels { get; } = new("On the panels",
    [
        new("p-positive", "p(positive)", "The probability that a layer gives its input of being positive data: σ(goodness − threshold). Good layers give positives nearly 1 and negatives nearly 0.", "2"),
        new("training-error", "Training error", "The share of training images that are read wrongly: by softmax in every batch, which jumps, because a batch is small; by goodness on the first thousand training images, whenever validation errors are counted. Far below the validation error, it says that the network learns by heart."),
        new("active-share", "Active units", "The share of activities that are more than 0, over all units of a layer and all images of a batch."),
        new("dead-unit", "Dead and always-on units", "A unit that no image of the batch activates is dead; one that every image activates is always on. Neither tells images apart."),
        new("weight-rms", "Weight rms", "The root mean square of a layer's weights: how large they are on the whole."),
        new("histogram", "Histogram", "How often each goodness occurs in the batch, for positives and for negatives. Where the two overlap, the layer is not sure."),
        new("mask", "Mask", "The picture of large patches, made by blurring noise and cutting it at one half, that decides for every pixel of a hybrid whether it comes from digit A or from digit B.", "3.2"),
        new("smoothing", "Smoothing and bands", "A smoothed line shows the mean of the recent past; the raw line stays behind it. Where many points share one place, a band runs from the lowest to the highest of them."),
        new("logarithmic", "Logarithmic axis", "Equal distances are equal ratios: from 10 % to 5 % is as far as from 2 % to 1 %."),
        new("spark-line", "Spark line", "The small line in the list of runs: the validation error over time, on a logarithmic axis of its own."),
        new("scrubber", "Scrubber and snapshots", "The slider of time. A snapshot keeps what the panels showed at one moment; step 0 and the newest are always kept, and fewer the further back in between. Live leads back to now."),
        new("slow-motion", "Slow motion", "One step taken apart: positive pass, goodness, normalisation, next layer, negative pass, local update."),
        new("what-the-net-sees", "What the network sees", "What you draw is fitted into 20 × 20 pixels and centred by its mass in 28 × 28, as MNIST's digits were."),
    ]);

    /// <summary>What the list of runs is about.</summary>
    public static TermGroup Runs { get; } = new("Runs and what becomes of them",
    [
        new("recipe", "Recipe", "Everything that decides a run: data, net, learning procedure, schedule. It has settings, and usual values for all of them at each scale."),
        new("seed", "Seed", "The number from which every random choice of a run follows. Other seeds show how much of a result is luck."),
        new("state", "States of a run", "Queued runs wait for their turn; running ones train; paused ones hold; completed ones are done; stopped ones were ended by a person; failed ones by an error; interrupted ones by the end of the program, and go on from their last checkpoint."),
        new("checkpoint", "Checkpoint", "A file with all that a run needs to go on bit for bit: weights, random numbers, place in the schedule. An exported run is a checkpoint with its history."),
        new("note", "Note and tags", "What you write about a run, and words to find it by. They change nothing about the run."),
        new("bin", "Bin", "Where deleted runs stay for seven days. Each can be restored as it was, also after the program has ended."),
        new("starter", "Starter", "The small network that is shipped with the program, so that the drawing pad reads digits before anything is trained. It can be looked at, but takes no commands."),
        new("standard-deviation", "± in the paper's table", "The standard deviation over seeds: about two thirds of runs with other seeds lie so close to the mean."),
    ]);
}
