using Bunit;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class ImportRunTests : ComponentTest<ImportRun>
{
    [Fact]
    public void TheBrowserIsToldHowLargeAFileMayBe()
    {
        var button = Render<ImportRun>();

        button.WaitForAssertion(() => Assert.Equal(512 * 1024 * 1024, Assert.Single(Browser.Calls("attach"))[2]));
        Assert.Equal(".safetensors", button.Find("input[type=file]").GetAttribute("accept"));
        Assert.Equal("Import a run", button.Find("label").TextContent);
    }

    [Fact]
    public async Task WhatCameOfAFileIsPassedOn()
    {
        var heard = new List<string>();
        var button = Render<ImportRun>(parameters => parameters.Add(one => one.OnImported, id => heard.Add(id)).Add(one => one.OnRefused, sentence => heard.Add(sentence)));
        await button.Instance.ImportedAsync("k3v9x2m7q4ab");
        await button.Instance.RefusedAsync("The file is no run.");
        await button.Instance.RefusedAsync(new string('x', 5000));

        Assert.Equal(["k3v9x2m7q4ab", "The file is no run."], heard[..2]);
        Assert.Equal(2000, heard[2].Length);
    }

    [Fact]
    public void ABrowserThatIsGoneIsNoError()
    {
        Browser.IsGone = true;
        Assert.NotNull(Render<ImportRun>().Find("input"));
    }
}
