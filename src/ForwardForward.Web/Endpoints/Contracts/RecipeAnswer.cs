using System.Text.Json;
using ForwardForward.Experiments;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>A recipe that can be run.</summary>
/// <param name="Id">Name in requests.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Summary">What it shows.</param>
/// <param name="Paper">What the paper says of it; null for experiments of our own.</param>
/// <param name="Scales">How much of it can be run.</param>
/// <param name="Settings">What can be changed about it.</param>
public sealed record RecipeAnswer(
    string Id, string Title, string Summary, PaperReference? Paper, IReadOnlyList<Scale> Scales, IReadOnlyList<SettingAnswer> Settings);

/// <summary>A setting of a recipe.</summary>
/// <param name="Name">Name in overrides.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Explanation">What it does.</param>
/// <param name="Unit">Unit for people; empty where there is none.</param>
/// <param name="IsMain">Whether it belongs on the short list that people see first.</param>
/// <param name="Defaults">The recipe's value at each scale.</param>
public sealed record SettingAnswer(
    string Name, string Title, string Explanation, string Unit, bool IsMain, IReadOnlyDictionary<string, JsonElement> Defaults);
