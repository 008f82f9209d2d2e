namespace ForwardForward.Web.Components.Controls;

/// <summary>The product's own icons: 24 x 24, one line width, no fill unless the form is solid.</summary>
public static class Glyphs
{
    /// <summary>Start or go on.</summary>
    public const string Play = "<path d='M7 4.5v15l12-7.5z' fill='currentColor'/>";

    /// <summary>Hold.</summary>
    public const string Pause = "<path d='M7 5h3.5v14H7zM13.5 5H17v14h-3.5z' fill='currentColor'/>";

    /// <summary>End.</summary>
    public const string Stop = "<path d='M6 6h12v12H6z' fill='currentColor'/>";

    /// <summary>One batch.</summary>
    public const string StepBatch = "<path d='M6 5v14l9-7z' fill='currentColor'/><path d='M17.5 5v14' fill='none' stroke='currentColor' stroke-width='2'/>";

    /// <summary>One epoch.</summary>
    public const string StepEpoch = "<path d='M3 5v14l7-7zM10.5 5v14l7-7z' fill='currentColor'/><path d='M19.5 5v14' fill='none' stroke='currentColor' stroke-width='2'/>";

    /// <summary>Branch off.</summary>
    public const string Fork = Line + "M7 7v10M7 12c0-3 10-1 10-5'/><g fill='currentColor'><circle cx='7' cy='5' r='2.2'/><circle cx='7' cy='19' r='2.2'/><circle cx='17' cy='5' r='2.2'/></g>";

    /// <summary>Put beside another.</summary>
    public const string Compare = Line + "M4.5 5h6v14h-6zM13.5 5h6v14h-6z'/>";

    /// <summary>Delete.</summary>
    public const string Delete = Line + "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.3 10.5v6M13.7 10.5v6'/>";

    /// <summary>Open.</summary>
    public const string Open = Line + "M5 12h13M12.5 6l6 6-6 6'/>";

    /// <summary>A new seed.</summary>
    public const string Die = Line + "M5 5h14v14H5z'/><g fill='currentColor'><circle cx='9' cy='9' r='1.4'/><circle cx='15' cy='15' r='1.4'/><circle cx='15' cy='9' r='1.4'/><circle cx='9' cy='15' r='1.4'/><circle cx='12' cy='12' r='1.4'/></g>";

    /// <summary>Take back.</summary>
    public const string Undo = Line + "M8.5 5L4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-4'/>";

    /// <summary>Wipe.</summary>
    public const string Clear = Line + "M6 6l12 12M18 6L6 18'/>";

    /// <summary>A picture from a file.</summary>
    public const string Picture = Line + "M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17'/><circle cx='15.5' cy='9' r='1.5' fill='currentColor'/>";

    /// <summary>Look for something.</summary>
    public const string Search = Line + "M15.2 15.2L20 20'/><circle cx='10.5' cy='10.5' r='6' fill='none' stroke='currentColor' stroke-width='1.75'/>";

    /// <summary>Help.</summary>
    public const string Help = Line + "M8.8 9a3.3 3.3 0 1 1 5 2.9c-1.2.7-1.8 1.3-1.8 2.6'/><circle cx='12' cy='18' r='1.2' fill='currentColor'/>";

    /// <summary>The system's theme.</summary>
    public const string System = Line + "M4 5.5h16v10.5H4zM9 19.5h6M12 16v3.5'/>";

    /// <summary>Light theme.</summary>
    public const string Light = Line + "M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.5 1.5M16.9 16.9l1.5 1.5M18.4 5.6l-1.5 1.5M7.1 16.9l-1.5 1.5'/><circle cx='12' cy='12' r='3.6' fill='none' stroke='currentColor' stroke-width='1.75'/>";

    /// <summary>Dark theme.</summary>
    public const string Dark = Line + "M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z'/>";

    /// <summary>Begin again.</summary>
    public const string Again = Line + "M5 12a7 7 0 1 0 2.2-5.1M5 4.5v4h4'/>";

    /// <summary>Back one page.</summary>
    public const string Previous = Line + "M14.5 6l-6 6 6 6'/>";

    /// <summary>On one page.</summary>
    public const string Next = Line + "M9.5 6l6 6-6 6'/>";

    /// <summary>Something to know.</summary>
    public const string Notice = Line + "M12 3.5L2.8 19.5h18.4zM12 10v4.5'/><circle cx='12' cy='17' r='1' fill='currentColor'/>";

    /// <summary>Write.</summary>
    public const string Pencil = Line + "M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3'/>";

    /// <summary>Take away.</summary>
    public const string Download = Line + "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14'/>";

    /// <summary>Bring in.</summary>
    public const string Upload = Line + "M12 16V5M7.5 9L12 4.5 16.5 9M5 19.5h14'/>";

    private const string Line = "<path fill='none' stroke='currentColor' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round' d='";
}
