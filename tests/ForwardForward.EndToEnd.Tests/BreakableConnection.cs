using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>Stands between a page and its server: cuts the live connection, and keeps it cut until it is mended.</summary>
internal sealed class BreakableConnection
{
    private readonly List<IWebSocketRoute> _open = [];
    private volatile bool _broken;

    /// <summary>Watches the connections of a page; call it before the page goes anywhere.</summary>
    public async Task WatchAsync(IPage page)
    {
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            if (_broken)
            {
                _ = socket.CloseAsync();
                return;
            }

            _open.Add(socket);
            socket.ConnectToServer();
        });
        await page.RouteAsync("**/_blazor/**", route => _broken ? route.AbortAsync() : route.ContinueAsync());
    }

    /// <summary>Cuts what is open and refuses what is tried.</summary>
    public async Task BreakAsync()
    {
        _broken = true;
        foreach (var socket in _open)
        {
            await socket.CloseAsync(new() { Code = 1011, Reason = "cut" });
        }

        _open.Clear();
    }

    /// <summary>Lets the next try through.</summary>
    public void Mend() => _broken = false;
}
