using System.Text.Json.Nodes;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Recipes;

/// <summary>Settings of a stored run whose recipe this program does not have: kept as they are, so that the run can be looked at and nothing is lost.</summary>
public sealed record UnknownSettings : TrainingSettings
{
    private JsonObject Stored { get; init; } = [];

    /// <summary>Reads them: numbers that every run has are understood, whatever their range; the rest is kept.</summary>
    public static UnknownSettings Read(JsonObject stored)
    {
        var usual = new UnknownSettings();
        return usual with
        {
            Stored = (JsonObject)stored.DeepClone(),
            Epochs = Number("epochs", usual.Epochs),
            LearningRate = float.IsFinite(Number("learningRate", usual.LearningRate)) ? Number("learningRate", usual.LearningRate) : usual.LearningRate,
            BatchSize = Number("batchSize", usual.BatchSize),
            TrainImages = Number("trainImages", usual.TrainImages),
            ValidationImages = Number("validationImages", usual.ValidationImages),
            TestImages = Number("testImages", usual.TestImages),
            ValidateEvery = Number("validateEvery", usual.ValidateEvery),
        };

        T Number<T>(string name, T otherwise) => stored[name] is JsonValue value && value.TryGetValue<T>(out var number) ? number : otherwise;
    }

    /// <summary>Writes them as they were, except for the numbers that every run has.</summary>
    public JsonObject ToJson()
    {
        var json = (JsonObject)Stored.DeepClone();
        foreach (var setting in SettingSchema.Of(this).All.Where(setting => setting is not ChoiceSetting || !json.ContainsKey(setting.Name)))
        {
            json[setting.Name] = JsonNode.Parse(setting.Read(this).GetRawText());
        }

        return json;
    }
}
