using ForwardForward.Experiments.Settings;
using ForwardForward.Experiments.Trainers;

namespace ForwardForward.Experiments.Tests.Settings;

public sealed class TrainerFamilyTests
{
    public static TheoryData<string> Names => [.. TrainerFamilies.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void AFamilyListensToSettingsThatExist(string name) => Assert.All(
        TrainerFamilies.CommonSettings.Concat(TrainerFamilies.Get(name).Settings),
        setting => Assert.Contains(setting, RecipeSettings.All.Select(one => one.Name)));

    [Fact]
    public void EverySettingBelongsToSomeFamily() => Assert.All(
        RecipeSettings.All,
        setting => Assert.Contains(setting.Name, TrainerFamilies.CommonSettings.Concat(TrainerFamilies.Names.SelectMany(name => TrainerFamilies.Get(name).Settings))));
}
