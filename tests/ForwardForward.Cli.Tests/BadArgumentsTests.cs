namespace ForwardForward.Cli.Tests;

public sealed class BadArgumentsTests
{
    [Theory]
    [InlineData("train|nothing-like-it", "There is no recipe 'nothing-like-it'. Recipes: ff-supervised-small")]
    [InlineData("train", "Which recipe?")]
    [InlineData("train|ff-supervised-small|--scale|huge", "--scale takes smoke, quick, paper; got 'huge'.")]
    [InlineData("train|ff-supervised-small|--epochs|NaN", "--epochs takes a whole number of at least 1; got 'NaN'.")]
    [InlineData("train|ff-supervised-small|--epochs|0", "--epochs takes a whole number of at least 1; got '0'.")]
    [InlineData("train|ff-supervised-small|--epochs|99999999999", "--epochs takes a whole number")]
    [InlineData("train|ff-supervised-small|--seed|-1", "--seed takes a whole number from 0")]
    [InlineData("train|ff-supervised-small|--threads|0", "--threads takes a whole number from 1 to 256; got '0'.")]
    [InlineData("train|ff-supervised-small|--threads|1.5", "got '1.5'")]
    [InlineData("train|ff-supervised-small|--set|learningRate=NaN", "learningRate")]
    [InlineData("train|ff-supervised-small|--set|learningRate=-5", "learningRate")]
    [InlineData("train|ff-supervised-small|--set|nonsense=1", "nonsense")]
    [InlineData("train|ff-supervised-small|--set|learningRate", "learningRate")]
    [InlineData("train|ff-supervised-small|--nonsense", "--nonsense")]
    [InlineData("train|ff-supervised-small|more", "more")]
    [InlineData("train|ff-supervised-small|--resume|last", "leave out the recipe")]
    [InlineData("train|--resume|last|--seed|3", "leave out the recipe")]
    [InlineData("train|ff-supervised-small|--out|/no/such/folder/results.json", "does not exist")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("", "Required command")]
    public async Task AnswerIsASentenceOnErrorAndExitCodeTwo(string arguments, string sentence)
    {
        var run = await Run.Of(arguments.Split('|', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.BadArguments, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
