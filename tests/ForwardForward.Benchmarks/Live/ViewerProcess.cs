using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ForwardForward.Benchmarks.Live;

/// <summary>
/// Viewers in a process of their own, as they are in life, so that the server's memory and processor time are the server's alone. The
/// other side of it is the hidden verb <c>watch</c>: a line on its standard input asks for the counts since the last line, its end
/// sends the viewers home.
/// </summary>
internal sealed class ViewerProcess : IAsyncDisposable
{
    /// <summary>Name of the verb.</summary>
    public const string Verb = "watch";

    private readonly Process _process;

    private ViewerProcess(Process process) => _process = process;

    /// <summary>Starts so many viewers; returns when every one of them has seen a picture.</summary>
    public static async Task<ViewerProcess> StartAsync(Uri address, string run, int count, double framesPerSecond, long fromSequence)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true };
        Command(start);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ViewerProcess).Assembly.Location);
        }

        foreach (var argument in (string[])[Verb, address.ToString(), run, Text(count), Text(framesPerSecond), Text(fromSequence)])
        {
            start.ArgumentList.Add(argument);
        }

        var viewers = new ViewerProcess(Process.Start(start)!);
        await viewers.LineAsync();
        return viewers;
    }

    /// <summary>What they have received since the last time.</summary>
    public async Task<ViewerCounts> CountAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<ViewerCounts>(await LineAsync())!;
    }

    /// <summary>Sends them home.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The other side: watches until standard input ends. Arguments: address, run, viewers, pictures a second, first point.</summary>
    public static async Task<int> WatchAsync(string[] arguments)
    {
        var (address, run, count) = (new Uri(arguments[0]), arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture));
        var (rate, from) = (double.Parse(arguments[3], CultureInfo.InvariantCulture), long.Parse(arguments[4], CultureInfo.InvariantCulture));
        var viewers = new List<Viewer>();
        for (var i = 0; i < count; i++)
        {
            viewers.Add(await Viewer.WatchAsync(address, run, from, rate));
        }

        while (viewers.Exists(viewer => viewer.Pictures == 0))
        {
            await Task.Delay(20);
        }

        await Console.Out.WriteLineAsync("ready");
        var before = viewers.ConvertAll(viewer => (viewer.Pictures, viewer.Points));
        while (await Console.In.ReadLineAsync() is not null)
        {
            var now = viewers.ConvertAll(viewer => (viewer.Pictures, viewer.Points));
            var pictures = now.Zip(before, (after, earlier) => after.Pictures - earlier.Pictures).ToArray();
            var points = now.Zip(before, (after, earlier) => after.Points - earlier.Points).ToArray();
            var counts = new ViewerCounts(pictures.Sum() + points.Sum(), pictures.Min(), points.Min(), GC.GetTotalMemory(forceFullCollection: true), Environment.CpuUsage.TotalTime.TotalSeconds);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(counts));
            before = now;
        }

        foreach (var viewer in viewers)
        {
            await viewer.DisposeAsync();
        }

        return 0;
    }

    // In life viewers use other machines' processors. Here they give way to the server, so that the cost measured is mostly its own.
    private static void Command(ProcessStartInfo start)
    {
        if (OperatingSystem.IsLinux())
        {
            start.FileName = "nice";
            foreach (var argument in (string[])["-n", "19", Environment.ProcessPath!])
            {
                start.ArgumentList.Add(argument);
            }
        }
        else
        {
            start.FileName = Environment.ProcessPath!;
        }
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The viewers' process has ended; its messages are above.");
}
