using ForwardForward.Frames;

namespace ForwardForward.Web.Lab.Frames;

/// <summary>Tiles that stand together under one name.</summary>
/// <param name="Name">The name; "" for none.</param>
/// <param name="Role">Class of what they stand for; "" for none.</param>
/// <param name="From">The first tile.</param>
/// <param name="Count">How many.</param>
internal sealed record ImagePart(string Name, string Role, int From, int Count)
{
    /// <summary>The groups of a frame, or all its tiles as one part.</summary>
    public static IReadOnlyList<ImagePart> Of(ImageFrame frame)
    {
        if (frame.Groups.Count == 0)
        {
            return frame.Count == 0 ? [] : [new ImagePart("", "", 0, frame.Count)];
        }

        var parts = new List<ImagePart>();
        foreach (var group in frame.Groups)
        {
            parts.Add(new ImagePart(group.Name, group.Role is DataRole.Plain ? "" : RoleNames.Of(group.Role, 0), parts.Sum(part => part.Count), group.Count));
        }

        return parts;
    }
}
