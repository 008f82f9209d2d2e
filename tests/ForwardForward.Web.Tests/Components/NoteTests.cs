using Bunit;
using ForwardForward.Web.Components.Controls;

namespace ForwardForward.Web.Tests.Components;

public sealed class NoteTests : ComponentTest<Note>
{
    [Theory]
    [InlineData(false, "note")]
    [InlineData(true, "alert")]
    public void OnlyWhatWentWrongIsAnnounced(bool bad, string role)
    {
        var note = Render<Note>(parameters => parameters.Add(one => one.Bad, bad).AddChildContent("A sentence.")).Find(".note");

        Assert.Equal(role, note.GetAttribute("role"));
        Assert.Contains("A sentence.", note.TextContent, StringComparison.Ordinal);
    }
}
