using Microsoft.JSInterop;

namespace ForwardForward.Web.Tests.Components;

/// <summary>A file that the browser hands over.</summary>
public sealed class FakeFile(byte[] bytes, long? length = null) : IJSStreamReference
{
    public long Length => length ?? bytes.Length;

    /// <summary>Whether anybody asked for its content.</summary>
    public bool WasRead { get; private set; }

    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default)
    {
        WasRead = true;
        return ValueTask.FromResult<Stream>(new MemoryStream(bytes));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
