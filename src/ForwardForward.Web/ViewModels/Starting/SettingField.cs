using System.Globalization;
using System.Text.Json;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>One setting in the form: what was typed, and what is wrong with it. Typed text is never thrown away.</summary>
/// <param name="setting">The setting.</param>
public sealed class SettingField(Setting setting)
{
    /// <summary>The setting.</summary>
    public Setting Setting { get; private set; } = setting;

    /// <summary>What stands in the field.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the recipe has.</summary>
    public string Usual { get; private set; } = "";

    /// <summary>What is wrong with the text; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether it differs from the recipe.</summary>
    public bool IsChanged => Text.Trim() != Usual;

    /// <summary>Shows the value of another recipe, unless a person has typed something else.</summary>
    /// <param name="own">The recipe's setting of this name; its range may be another.</param>
    /// <param name="usual">The recipe's settings.</param>
    public void Follow(Setting own, TrainingSettings usual)
    {
        var changed = IsChanged;
        Setting = own;
        Usual = Write(own.Read(usual));
        Text = changed ? Text : Usual;
        Check(usual);
    }

    /// <summary>Takes what was typed.</summary>
    public void Type(string? text, TrainingSettings usual)
    {
        Text = text ?? "";
        Check(usual);
    }

    /// <summary>Shows the value that a run was started with.</summary>
    public void Show(TrainingSettings started) => (Text, Problem) = (Write(Setting.Read(started)), null);

    /// <summary>Goes back to the recipe's value.</summary>
    public void Reset()
    {
        Text = Usual;
        Problem = null;
    }

    /// <summary>The value as JSON.</summary>
    public JsonElement Value => Read(Text.Trim());

    /// <summary>Names to choose from; empty where the value is written.</summary>
    public IReadOnlyCollection<string> Choices => Setting is ChoiceSetting choice ? choice.Choices : [];

    /// <summary>The range in short, such as "0 – 1"; empty where there is none.</summary>
    public string Range => Setting switch
    {
        NumberSetting number => FormattableString.Invariant($"{number.Minimum:0.#######} – {number.Maximum:#,0.#######}"),
        WholeNumberSetting whole => FormattableString.Invariant($"{whole.Minimum:#,0} – {whole.Maximum:#,0}"),
        _ => "",
    };

    private void Check(TrainingSettings usual)
    {
        try
        {
            Problem = null;
            if (IsChanged)
            {
                Setting.Apply(usual, Value);
            }
        }
        catch (SettingException exception)
        {
            Problem = exception.Message;
        }
    }

    // Text means what it would mean in JSON; what is no JSON is a word, which the setting refuses in its own words.
    private JsonElement Read(string text)
    {
        if (Setting is LayersSetting && !text.StartsWith('['))
        {
            text = $"[{text}]";
        }

        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }

    /// <summary>The value of a setting, as people read it.</summary>
    public static string Write(Setting setting, TrainingSettings settings)
    {
        var value = setting.Read(settings);
        return value.ValueKind == JsonValueKind.Array ? string.Join(" – ", value.EnumerateArray().Select(Grouped)) : Grouped(value);
    }

    private static string Grouped(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => (value.GetString() ?? "").Replace('-', ' '),
        JsonValueKind.Number when value.TryGetInt64(out var whole) => Figures.Count(whole),
        _ => Write(value),
    };

    private static string Write(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number when value.TryGetSingle(out var number) => number.ToString("0.########", CultureInfo.InvariantCulture),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Write)),
        _ => value.GetRawText(),
    };
}
