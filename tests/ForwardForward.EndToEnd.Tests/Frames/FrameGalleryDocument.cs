using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace ForwardForward.EndToEnd.Tests.Frames;

/// <summary>The document around the gallery, with the product's style sheets and scripts.</summary>
[Route("/")]
public sealed class FrameGalleryDocument : ComponentBase
{
    private static readonly string[] Sheets = ["css/tokens.css", "app.css", "css/controls.css", "ForwardForward.Web.styles.css"];

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Frames</title><base href=\"/\"><script src=\"js/boot.js\"></script>"
            + string.Concat(Sheets.Select(sheet => $"<link rel=\"stylesheet\" href=\"{sheet}\">")) + "</head><body>");
        builder.OpenComponent<FrameGallery>(1);
        builder.AddComponentRenderMode(new InteractiveServerRenderMode(prerender: false));
        builder.CloseComponent();
        builder.AddMarkupContent(2, "<script src=\"_framework/blazor.web.js\"></script></body></html>");
    }
}
