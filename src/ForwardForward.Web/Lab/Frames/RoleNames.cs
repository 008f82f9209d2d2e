using ForwardForward.Frames;

namespace ForwardForward.Web.Lab.Frames;

/// <summary>Roles as the style sheets and modules of frames know them.</summary>
internal static class RoleNames
{
    private const int Runs = 8;

    /// <summary>Class of a role; plain ones are told apart by their number among all.</summary>
    public static string Of(DataRole role, int index) => role switch
    {
        DataRole.Positive => "positive",
        DataRole.Negative => "negative",
        DataRole.Chosen => "chosen",
        DataRole.Background => "background",
        _ => $"plain-{(index % Runs) + 1}",
    };
}
