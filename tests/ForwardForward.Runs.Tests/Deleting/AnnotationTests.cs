using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Deleting;

public sealed class AnnotationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notes_and_tags_are_kept_while_the_run_goes_on_and_change_apart()
    {
        using var folder = new TestFolder();
        string id;
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            id = (await runs.StartAsync(epochs: 1_000_000)).Id;
            await runs.UntilAsync(id, run => run.Step > 5);
            await runs.Service.AnnotateAsync(id, new RunAnnotation("  first line\r\nsecond  ", [" a b ", "c", "C", ""]), Token);
            var changed = await runs.Service.AnnotateAsync(id, new RunAnnotation(Tags: ["d"]), Token);
            Assert.Equal(("first line\nsecond", "d"), (changed.Note, Assert.Single(changed.Tags)));
            await runs.UntilAsync(id, run => run.Step > changed.Step);
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(("first line\nsecond", "d"), (after.Service.Get(id).Note, Assert.Single(after.Service.Get(id).Tags)));
        var cleared = await after.Service.AnnotateAsync(id, new RunAnnotation("", []), Token);
        Assert.Equal(("", 0), (cleared.Note, cleared.Tags.Count));
    }

    [Fact]
    public void Repeated_and_empty_tags_are_left_out() => Assert.Equal(["a b", "c"], new RunAnnotation(Tags: [" a b ", "c", "C", " "]).Checked().Tags!);

    [Fact]
    public async Task A_fork_has_the_tags_of_its_origin()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.AnnotateAsync(id, new RunAnnotation("of this run alone", ["goodness"]), Token);
        var fork = await runs.Service.ForkAsync(id, Token);
        Assert.Equal(("", "goodness"), (fork.Note, Assert.Single(fork.Tags)));
    }

    [Fact]
    public void What_is_too_long_or_no_text_is_refused_with_a_sentence()
    {
        Refused(new RunAnnotation(new string('x', 2001)), "2000", "2001");
        Refused(new RunAnnotation("a\0b"), "U+0000");
        Refused(new RunAnnotation(Tags: [.. Enumerable.Range(0, 11).Select(i => $"tag{i}")]), "at most 10 tags", "11");
        Refused(new RunAnnotation(Tags: [new string('x', 31)]), "at most 30");
        Refused(new RunAnnotation(Tags: ["=1+1"]), "=1+1");
        Refused(new RunAnnotation(Tags: ["a,b"]), "a,b");
        Refused(new RunAnnotation(Tags: ["a\"b"]), "a\"b");

        static void Refused(RunAnnotation annotation, params string[] words)
        {
            var sentence = Assert.Throws<RunRequestException>(annotation.Checked).Message;
            Assert.All(words, word => Assert.Contains(word, sentence, StringComparison.Ordinal));
        }
    }
}
