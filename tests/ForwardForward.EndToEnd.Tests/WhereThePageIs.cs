using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>What a page shows when something on it does not come about in time: a call log names only what was waited for.</summary>
internal static class WhereThePageIs
{
    // A page whose script hangs answers nothing: that is worth knowing too.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Does something on a page; a timeout is told with the page's address and its words.</summary>
    /// <param name="page">The page.</param>
    /// <param name="complaint">How the failure begins, such as "Start led nowhere".</param>
    /// <param name="act">What to do.</param>
    /// <exception cref="InvalidOperationException">It did not come about in time.</exception>
    public static async Task OrSayWhereAsync(this IPage page, string complaint, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (TimeoutException exception)
        {
            throw new InvalidOperationException($"{complaint}: the page is at {page.Url}, {await SaysAsync(page)}", exception);
        }
    }

    private static async Task<string> SaysAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("() => `${document.readyState}, and says: ${document.body.innerText}`").WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return "and its script does not answer";
        }
    }
}
