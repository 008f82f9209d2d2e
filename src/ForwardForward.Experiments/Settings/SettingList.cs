using ForwardForward.Learning.Strategies;

namespace ForwardForward.Experiments.Settings;

/// <summary>Every setting with its words, its range and its place in a recipe.</summary>
internal static class SettingList
{
    /// <summary>The settings in the order in which people should see them.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. Schedule(), .. Rule(), .. Recurrent(), .. Backprop(), .. Network(), .. Images(), .. Evaluation()];

    private static IEnumerable<Setting> Schedule() =>
    [
        new WholeNumberSetting
        {
            Name = "epochs",
            Title = "Epochs",
            Explanation = "Passes over the training images; the learning rate falls over the second half of them.",
            IsMain = true,
            Minimum = 1,
            Maximum = 10_000,
            Get = recipe => recipe.Schedule.Epochs,
            Set = (recipe, value) => recipe with { Schedule = recipe.Schedule with { Epochs = value } },
        },
        OfTrainer("learningRate", "Learning rate", "How far a step moves the weights of the hidden layers.", 0, 1, t => t.LearningRate, (t, v) => t with { LearningRate = v }, isMain: true, isLogarithmic: true),
        new WholeNumberSetting
        {
            Name = "batchSize",
            Title = "Batch size",
            Explanation = "Images that one step learns from, each with its negatives.",
            Unit = "images",
            IsMain = true,
            Minimum = 1,
            Maximum = 10_000,
            Get = recipe => recipe.Trainer.BatchSize,
            Set = (recipe, value) => recipe with { Trainer = recipe.Trainer with { BatchSize = value } },
        },
        new ChoiceSetting
        {
            Name = "schedule",
            Title = "Schedule",
            Explanation = "How the learning rates fall while the run goes on.",
            Choices = Catalogs.Schedules.Names,
            Get = recipe => recipe.Schedule.Name,
            Set = (recipe, value) => recipe with { Schedule = recipe.Schedule with { Name = value } },
        },
    ];

    private static IEnumerable<Setting> Rule() =>
    [
        Choice("negatives", "Negatives", "Where the wrong labels of negative examples come from.", Catalogs.NegativeLabels.Names, t => t.Negatives, (t, v) => t with { Negatives = v }, isMain: true),
        OfTrainer("thresholdPerUnit", "Threshold", "Goodness at which a layer finds positive and negative equally likely.", 0, 100, t => t.ThresholdPerUnit, (t, v) => t with { ThresholdPerUnit = v }, "x units", isMain: true),
        OfTrainer("peerStrength", "Peer normalisation", "How strongly a unit is pulled towards the mean activity of its layer, so that none stays silent; 0 is off.", 0, 10, t => t.PeerStrength, (t, v) => t with { PeerStrength = v }, isMain: true),
        OfTrainer("weightDecay", "Weight decay", "Share of a hidden weight that a step takes off, inside the learning rate.", 0, 1, t => t.WeightDecay, (t, v) => t with { WeightDecay = v }, isMain: true, isLogarithmic: true),
        OfTrainer("smoothing", "Smoothing", "Share of the old gradient that stays in the smoothed one.", 0, 0.9999f, t => t.Smoothing, (t, v) => t with { Smoothing = v }),
        Choice("goodness", "Goodness", "What a layer makes high for positive examples and low for negative ones.", Catalogs.Goodness.Names, t => t.Goodness, (t, v) => t with { Goodness = v }),
        Choice("loss", "Local loss", "What a layer minimises.", Catalogs.Losses.Names, t => t.Loss, (t, v) => t with { Loss = v }),
        OfTrainer("blocks", "Blocks", "Into how many blocks of units a layer is cut, each telling positive from negative by itself; it must divide the units of every layer.", 1, 1000, t => t.Blocks, (t, v) => t with { Blocks = v }, "blocks"),
        OfTrainer("labelStrength", "Label strength", "Value of the label pixel that is on.", 0.01f, 100, t => t.LabelStrength, (t, v) => t with { LabelStrength = v }),
        OfTrainer("blurs", "Blurs of a mask", "How often the random bits of a hybrid's mask are blurred before they are cut into black and white: the more, the larger the regions.", 1, 30, t => t.Blurs, (t, v) => t with { Blurs = v }, "times", isMain: true),
        OfTrainer("jitter", "Jitter", "By how much an image is moved at most, left, right, up and down, afresh in every epoch; 0 is off.", 0, 4, t => t.Jitter, (t, v) => t with { Jitter = v }, "pixels"),
        OfTrainer("headLearningRate", "Learning rate of the softmax", "How far a step moves the weights of the softmax head.", 0, 10, t => t.HeadLearningRate, (t, v) => t with { HeadLearningRate = v }, isLogarithmic: true),
        OfTrainer("headWeightDecay", "Weight decay of the softmax", "Share of a softmax weight that a step takes off, inside its learning rate.", 0, 1, t => t.HeadWeightDecay, (t, v) => t with { HeadWeightDecay = v }, isLogarithmic: true),
    ];

    private static IEnumerable<Setting> Recurrent() =>
    [
        OfTrainer("iterations", "Iterations", "Times that all hidden layers hear their neighbours, after one pass from the bottom up.", 1, 50, t => t.Iterations, (t, v) => t with { Iterations = v }, isMain: true),
        OfTrainer("damping", "Damping", "Share of its old activity that a unit keeps in an iteration.", 0, 0.95f, t => t.Damping, (t, v) => t with { Damping = v }, isMain: true),
        OfTrainer("firstTrained", "First trained iteration", "From which iteration on the layers learn.", 1, 50, t => t.FirstTrained, (t, v) => t with { FirstTrained = v }),
        OfTrainer("lastTrained", "Last trained iteration", "Up to which iteration the layers learn.", 1, 50, t => t.LastTrained, (t, v) => t with { LastTrained = v }),
        OfTrainer("firstScored", "First scored iteration", "From which iteration on the goodness of a label counts.", 1, 50, t => t.FirstScored, (t, v) => t with { FirstScored = v }),
        OfTrainer("lastScored", "Last scored iteration", "Up to which iteration the goodness of a label counts.", 1, 50, t => t.LastScored, (t, v) => t with { LastScored = v }),
    ];

    private static IEnumerable<Setting> Backprop() =>
    [
        OfTrainer("dropout", "Dropout", "Share of the hidden values that a step leaves out at random.", 0, 0.95f, t => t.Dropout, (t, v) => t with { Dropout = v }, isMain: true),
        OfTrainer("inputDropout", "Dropout of the input", "Share of the pixels that a step leaves out at random.", 0, 0.95f, t => t.InputDropout, (t, v) => t with { InputDropout = v }),
        OfTrainer("labelSmoothing", "Label smoothing", "Share of the target that goes to all labels alike instead of the true one.", 0, 0.95f, t => t.LabelSmoothing, (t, v) => t with { LabelSmoothing = v }, isMain: true),
        OfTrainer("initialGain", "Gain of the first weights", "Variance of the hidden weights at the start, times the inputs of a unit: 2 keeps activities as large from layer to layer, less starts quietly.", 0.01f, 10, t => t.InitialGain, (t, v) => t with { InitialGain = v }),
    ];

    private static IEnumerable<Setting> Network() =>
    [
        Layers("hiddenUnits", "Hidden units", "Units of every hidden layer, bottom first; where fields are local, of every place of it.", "units", 10_000, n => n.HiddenUnits, (n, v) => n with { HiddenUnits = v }, isMain: true),
        Layers("fieldSizes", "Field sizes", "How many places of the layer below a local field sees along each side, bottom layer first.", "places", 100, n => n.FieldSizes, (n, v) => n with { FieldSizes = v }),
        Layers("fieldStrides", "Field strides", "How many places of the layer below lie between one local field and the next, bottom layer first.", "places", 100, n => n.FieldStrides, (n, v) => n with { FieldStrides = v }),
        Layers("channels", "Channels", "Channels of every convolutional layer, bottom first; each sees squares of five by five and is pooled two by two.", "channels", 1000, n => n.Channels, (n, v) => n with { Channels = v }, isMain: true),
        new ChoiceSetting
        {
            Name = "activation",
            Title = "Activation",
            Explanation = "What a unit makes of its input.",
            Choices = Catalogs.Activations.Names,
            Get = recipe => recipe.Network.Activation,
            Set = (recipe, value) => recipe with { Network = recipe.Network with { Activation = value } },
        },
    ];

    private static IEnumerable<Setting> Images() =>
    [
        Count("trainImages", "Training images", "Images to learn from.", 1, 175_000, d => d.TrainCount, (d, v) => d with { TrainCount = v }),
        Count("validationImages", "Validation images", "Images that settings are judged on.", 0, 10_000, d => d.ValidationCount, (d, v) => d with { ValidationCount = v }),
        Count("testImages", "Test images", "Images that only the final error is counted on.", 0, 10_000, d => d.TestCount, (d, v) => d with { TestCount = v }),
    ];

    private static IEnumerable<Setting> Evaluation() =>
    [
        Cadence("validateEvery", "Validate every", "After how many epochs validation errors are counted.", e => e.EveryEpochs, (e, v) => e with { EveryEpochs = v }),
        Cadence("goodnessEvery", "Goodness every", "After how many epochs the slower count by the goodness of every label is made.", e => e.GoodnessEveryEpochs, (e, v) => e with { GoodnessEveryEpochs = v }),
    ];

    private static NumberSetting OfTrainer(
        string name, string title, string explanation, float minimum, float maximum, Func<TrainerSettings, float> get, Func<TrainerSettings, float, TrainerSettings> set, string unit = "", bool isMain = false, bool isLogarithmic = false) => new()
        {
            Name = name,
            Title = title,
            Explanation = explanation,
            Unit = unit,
            IsMain = isMain,
            IsLogarithmic = isLogarithmic,
            Minimum = minimum,
            Maximum = maximum,
            Get = recipe => get(recipe.Trainer),
            Set = (recipe, value) => recipe with { Trainer = set(recipe.Trainer, value) },
        };

    private static WholeNumberSetting OfTrainer(
        string name, string title, string explanation, int minimum, int maximum, Func<TrainerSettings, int> get, Func<TrainerSettings, int, TrainerSettings> set, string unit = "", bool isMain = false) => new()
        {
            Name = name,
            Title = title,
            Explanation = explanation,
            Unit = unit,
            IsMain = isMain,
            Minimum = minimum,
            Maximum = maximum,
            Get = recipe => get(recipe.Trainer),
            Set = (recipe, value) => recipe with { Trainer = set(recipe.Trainer, value) },
        };

    private static ChoiceSetting Choice(
        string name, string title, string explanation, IReadOnlyCollection<string> choices, Func<TrainerSettings, string> get, Func<TrainerSettings, string, TrainerSettings> set, bool isMain = false) => new()
        {
            Name = name,
            Title = title,
            Explanation = explanation,
            IsMain = isMain,
            Choices = choices,
            Get = recipe => get(recipe.Trainer),
            Set = (recipe, value) => recipe with { Trainer = set(recipe.Trainer, value) },
        };

    private static LayersSetting Layers(
        string name, string title, string explanation, string unit, int maximum, Func<NetworkSettings, IReadOnlyList<int>> get, Func<NetworkSettings, IReadOnlyList<int>, NetworkSettings> set, bool isMain = false) => new()
        {
            Name = name,
            Title = title,
            Explanation = explanation,
            Unit = unit,
            IsMain = isMain,
            MostLayers = 16,
            Minimum = 1,
            Maximum = maximum,
            Get = recipe => get(recipe.Network),
            Set = (recipe, value) => recipe with { Network = set(recipe.Network, value) },
        };

    private static WholeNumberSetting Count(
        string name, string title, string explanation, int minimum, int maximum, Func<DataSettings, int> get, Func<DataSettings, int, DataSettings> set) => new()
        {
            Name = name,
            Title = title,
            Explanation = explanation,
            Unit = "images",
            Minimum = minimum,
            Maximum = maximum,
            Get = recipe => get(recipe.Data),
            Set = (recipe, value) => recipe with { Data = set(recipe.Data, value) },
        };

    private static WholeNumberSetting Cadence(
        string name, string title, string explanation, Func<EvaluationSettings, int> get, Func<EvaluationSettings, int, EvaluationSettings> set) => new()
        {
            Name = name,
            Title = title,
            Explanation = explanation,
            Unit = "epochs",
            Minimum = 1,
            Maximum = 10_000,
            Get = recipe => get(recipe.Evaluation),
            Set = (recipe, value) => recipe with { Evaluation = set(recipe.Evaluation, value) },
        };
}
