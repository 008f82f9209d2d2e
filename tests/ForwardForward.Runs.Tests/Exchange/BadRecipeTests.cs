using System.Text.Json.Nodes;
using ForwardForward.Recipes;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Exchange;

/// <summary>Files whose recipe has values that no recipe has: refused before anything is stored.</summary>
public sealed class BadRecipeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("scale", "99")]
    [InlineData("scale", "\"99\"")]
    [InlineData("scale", "\"quick, paper\"")]
    [InlineData("scale", "null")]
    [InlineData("title", "null")]
    [InlineData("summary", "null")]
    [InlineData("network", "null")]
    [InlineData("trainer", "null")]
    [InlineData("data", "null")]
    [InlineData("schedule", "{\"epochs\":3}")]
    public async Task A_recipe_with_a_member_that_none_has_is_refused_and_nothing_is_stored(string member, string json)
    {
        using var folder = new TestFolder();
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        using var file = await WithAsync(runs, recipe => recipe[member] = JsonNode.Parse(json));
        await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.ImportAsync(file, Token));
        Assert.Single(runs.Service.List());
        Assert.Equal(1L, Database.Ask(folder.Path, "SELECT count(*) FROM runs"));
        Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "checkpoints")));
    }

    [Fact]
    public async Task The_same_recipe_unchanged_is_taken()
    {
        await using var runs = await TestRuns.OpenAsync();
        using var file = await WithAsync(runs, _ => { });
        Assert.Equal(RunState.Completed, (await runs.Service.ImportAsync(file, Token)).State);
    }

    // The metadata of a safetensors file is JSON in JSON; the header is padded to its old length or written anew.
    private static async Task<MemoryStream> WithAsync(TestRuns runs, Action<JsonObject> change)
    {
        var origin = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
        var checkpoint = CheckpointFile.Read(runs.Service.NewestCheckpoint(origin.Id)!);
        var recipe = JsonNode.Parse(RecipeJson.Write(checkpoint.Recipe))!.AsObject();
        change(recipe);
        using var whole = new MemoryStream();
        CheckpointFile.Write(whole, checkpoint);
        var bytes = whole.ToArray();
        var length = (int)BitConverter.ToUInt64(bytes);
        var header = JsonNode.Parse(bytes.AsSpan(8, length))!.AsObject();
        header["__metadata__"]!["recipe"] = recipe.ToJsonString();
        var text = System.Text.Encoding.UTF8.GetBytes(header.ToJsonString());
        var padded = (text.Length + 7) / 8 * 8;
        byte[] changed = [.. BitConverter.GetBytes((ulong)padded), .. text, .. Enumerable.Repeat((byte)' ', padded - text.Length), .. bytes[(8 + length)..]];
        return new MemoryStream(changed);
    }
}
