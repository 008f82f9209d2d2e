using ForwardForward.Testing;
using ForwardForward.Web.Lab.Frames;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ForwardForward.EndToEnd.Tests.Frames;

/// <summary>A frame of every kind, each in a panel of its own, on a page that the product has not.</summary>
public sealed class FrameGallery : ComponentBase
{
    private int? _selected;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "main");
        builder.AddAttribute(1, "style", "display:grid;gap:1px;padding:1rem;background:var(--ground)");
        builder.AddMarkupContent(2, "<h1>Frames</h1>");
        builder.AddMarkupContent(3, $"<p id=\"chosen\">{_selected?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}</p>");
        foreach (var one in FrameSamples.All)
        {
            builder.OpenElement(4, "section");
            builder.SetKey(one.Name);
            builder.AddAttribute(5, "style", "padding:1rem;background:var(--surface);min-width:0;display:grid;gap:.75rem");
            builder.AddMarkupContent(6, $"<h2>{one.Name}</h2>");
            builder.OpenComponent<FrameView>(7);
            builder.AddComponentParameter(8, nameof(FrameView.Frame), one.Frame);
            builder.AddComponentParameter(9, nameof(FrameView.Label), one.Name);
            if (one.Name == "Receptive fields")
            {
                builder.AddComponentParameter(10, nameof(FrameView.Selected), _selected);
                builder.AddComponentParameter(11, nameof(FrameView.OnTile), EventCallback.Factory.Create<int>(this, tile => _selected = tile));
            }

            builder.CloseComponent();
            builder.CloseElement();
        }

        builder.CloseElement();
    }
}
