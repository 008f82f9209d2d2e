using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunFilesTests : ComponentTest<RunFiles>
{
    [Fact]
    public void EverythingThatARunHasCanBeTakenAway() => Assert.Equal(
        [
            "api/runs/k3v9x2m7q4ab/metrics.csv", "api/metrics.json?runs=k3v9x2m7q4ab", "api/runs/k3v9x2m7q4ab/checkpoint.safetensors",
            "api/runs/k3v9x2m7q4ab/layers/0/fields.png?zoom=3", "api/runs/k3v9x2m7q4ab/negatives.png",
        ],
        Links(Samples.Run()));

    [Fact]
    public void WhatItHasNotIsNotOffered()
    {
        Assert.Equal(2, Links(Samples.Run(state: RunState.Queued) with { Layers = [], Step = 0 }).Length);
        Assert.DoesNotContain("api/runs/k3v9x2m7q4ab/negatives.png", Links(Samples.Run(state: RunState.Completed)));
        Assert.DoesNotContain("api/runs/k3v9x2m7q4ab/checkpoint.safetensors", Links(Samples.Run(state: RunState.Completed) with { IsReadOnly = true }));
    }

    [Fact]
    public void LinksAreDownloads() => Assert.All(Render<RunFiles>(parameters => parameters.Add(one => one.Run, Samples.Run())).FindAll("a"), link => Assert.True(link.HasAttribute("download")));

    private string?[] Links(RunSnapshot run) => [.. Render<RunFiles>(parameters => parameters.Add(one => one.Run, run)).FindAll("a").Select(link => link.GetAttribute("href"))];
}
