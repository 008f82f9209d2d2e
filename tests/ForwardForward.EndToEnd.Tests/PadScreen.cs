using System.Text.Json;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>The drawing pad as a person uses it, and what the tab keeps of it.</summary>
internal sealed class PadScreen(IPage page)
{
    public ILocator Surface { get; } = page.Locator(".surface");

    public ILocator Shown { get; } = page.Locator(".shown .what");

    public ILocator Alert { get; } = page.Locator(".pad [role=alert]");

    /// <summary>Waits until the pad is connected and has answered or waits for ink.</summary>
    public Task ReadyAsync() => page.Locator(".preview[style*=width]").WaitForAsync();

    public Task PressAsync(string name) => page.Locator(".pad").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Goes to the pad by its key. The focus comes by way of the server, and the pad's own keys are heard from then on.</summary>
    public async Task FocusByKeyAsync()
    {
        await page.Keyboard.PressAsync("d");
        await page.Locator(".surface:focus").WaitForAsync();
    }

    /// <summary>Points of every stroke, as the tab keeps them.</summary>
    public async Task<int[]> StrokesAsync()
    {
        using var kept = JsonDocument.Parse(await page.EvaluateAsync<string>("() => sessionStorage.getItem('pad') ?? '{}'"));
        return kept.RootElement.TryGetProperty("strokes", out var strokes) ? [.. strokes.EnumerateArray().Select(stroke => stroke.GetProperty("points").GetArrayLength())] : [];
    }

    public Task StrokesAsync(int count) => page.WaitForFunctionAsync("count => (JSON.parse(sessionStorage.getItem('pad') ?? '{}').strokes ?? []).length === count", count);

    /// <summary>Share of the surface that is inked.</summary>
    public Task<double> InkAsync() => page.EvaluateAsync<double>(
        """
        () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
          const canvas = document.querySelector('.surface');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let inked = 0;
          for (let i = 3; i < data.length; i += 4) inked += data[i] > 127 ? 1 : 0;
          done(inked / (data.length / 4));
        })))
        """);

    /// <summary>The picture that the network sees.</summary>
    public Task<string> SeenAsync() => page.EvaluateAsync<string>("() => document.querySelector('.preview').toDataURL()");

    public Task SeenDiffersAsync(string picture) => page.WaitForFunctionAsync("picture => document.querySelector('.preview').toDataURL() !== picture", picture);

    /// <summary>Draws a stroke by events alone, whatever lies over the pad.</summary>
    public Task DrawUnderNoticeAsync() => page.EvaluateAsync(
        """
        () => {
          const canvas = document.querySelector('.surface');
          const box = canvas.getBoundingClientRect();
          const send = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, { pointerId: 7, isPrimary: true, button: 0, clientX: box.left + x * box.width, clientY: box.top + y * box.height, bubbles: true, cancelable: true }));
          send('pointerdown', 0.2, 0.5);
          send('pointermove', 0.5, 0.55);
          send('pointermove', 0.8, 0.5);
          send('pointerup', 0.8, 0.5);
        }
        """);

    /// <summary>Draws a line with a finger.</summary>
    public async Task TouchAsync(params (double X, double Y)[] points)
    {
        await Surface.ScrollIntoViewIfNeededAsync();
        var box = (await Surface.BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true });
        for (var i = 0; i <= points.Length; i++)
        {
            var isEnd = i == points.Length;
            object[] touches = isEnd ? [] : [new Dictionary<string, object> { ["x"] = box.X + (points[i].X * box.Width), ["y"] = box.Y + (points[i].Y * box.Height) }];
            await session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = isEnd ? "touchEnd" : i == 0 ? "touchStart" : "touchMove", ["touchPoints"] = touches });
        }
    }

    /// <summary>Chooses a file.</summary>
    public Task UploadAsync(string name, byte[] bytes, string type = "image/png") =>
        page.Locator(".pad input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = bytes });

    /// <summary>Pastes a file anywhere on the page, or drops it on the pad.</summary>
    public Task GiveAsync(string how, string name, byte[] bytes) => page.EvaluateAsync(
        """
        ([how, name, base64]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], name, { type: 'image/png' }));
          const event = how === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
          (how === 'paste' ? document.body : document.querySelector('.surface')).dispatchEvent(event);
        }
        """,
        new[] { how, name, Convert.ToBase64String(bytes) });
}
