using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunNotesTests : ComponentTest<RunNotes>
{
    [Fact]
    public void ARunWithoutWordsInvitesToWriteSome() => Assert.StartsWith("Note and tags of Supervised", Show().Find(".add").TextContent, StringComparison.Ordinal);

    [Fact]
    public void TagsLeadToTheRunsThatHaveThemAndTheNoteIsShown()
    {
        var notes = Show(run => run with { Tags = ["quick look"], Note = "Worth keeping" });

        Assert.Equal(("quick look", "runs?tag=quick%20look"), (notes.Find(".tag").TextContent, notes.Find(".tag").GetAttribute("href")));
        Assert.Equal("Worth keeping", notes.Find(".note-text").TextContent);
    }

    [Fact]
    public void WhatWasTypedIsSavedInPlace()
    {
        RunSnapshot? saved = null;
        var notes = Show(run => run with { Tags = ["old"] }, run => saved = run);
        notes.Find(".add").Click();
        Assert.Equal("old", notes.Find("input").GetAttribute("value"));
        notes.Find("input").Input("best, goodness");
        notes.Find("textarea").Input("First try");
        notes.Find("form").Submit();

        notes.WaitForAssertion(() => Assert.Empty(notes.FindAll("form")));
        Assert.Equal(["best", "goodness"], saved!.Tags);
        Assert.Equal("First try", Runs.Get("k3v9x2m7q4ab").Note);
    }

    [Fact]
    public void ARefusalLosesNothing()
    {
        var notes = Show();
        notes.Find(".add").Click();
        notes.Find("input").Input("=cmd");
        notes.Find("textarea").Input("Long thoughts");
        notes.Find("form").Submit();

        notes.WaitForAssertion(() => Assert.Contains("'=cmd'", notes.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(("=cmd", "Long thoughts"), (notes.Find("input").GetAttribute("value"), notes.Find("textarea").GetAttribute("value")));
        Assert.Equal("true", notes.Find("input").GetAttribute("aria-invalid"));
        notes.Render(parameters => parameters.Add(one => one.Run, Samples.Run() with { Step = 800 }));
        Assert.Equal("=cmd", notes.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void GivingUpChangesNothing()
    {
        var notes = Show(run => run with { Note = "As it was" });
        notes.Find(".add").Click();
        notes.Find("textarea").Input("Something else");
        notes.FindAll("button").Single(button => button.TextContent.Contains("Cancel", StringComparison.Ordinal)).Click();

        Assert.Equal("As it was", notes.Find(".note-text").TextContent);
        Assert.Empty(Runs.Commands);
    }

    [Fact]
    public void ARunThatAcceptsNoCommandsIsNotWrittenOn() => Assert.Empty(Show(run => run with { IsReadOnly = true }).FindAll("button"));

    private IRenderedComponent<RunNotes> Show(Func<RunSnapshot, RunSnapshot>? change = null, Action<RunSnapshot>? saved = null)
    {
        var run = AddRun(change: change).Snapshot;
        return Render<RunNotes>(parameters => parameters.Add(one => one.Run, run).Add(one => one.OnSaved, one => saved?.Invoke(one)));
    }
}
