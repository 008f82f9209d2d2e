using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>Where a page is, asked of the page itself.</summary>
internal static class PageAddress
{
    /// <summary>
    /// Waits until the address fits a pattern, and returns it. Playwright's own WaitForURLAsync reads the address on one thread while changes of it
    /// come in on another; one that comes in between is waited for in vain.
    /// </summary>
    public static async Task<string> AddressAsync(this IPage page, string pattern)
    {
        var address = await page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(location.href) && location.href", pattern);
        return await address.JsonValueAsync<string>();
    }
}
