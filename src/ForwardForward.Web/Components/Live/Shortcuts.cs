namespace ForwardForward.Web.Components.Live;

/// <summary>What a key can ask for.</summary>
public enum Shortcut
{
    /// <summary>Run or pause.</summary>
    Toggle,

    /// <summary>One batch.</summary>
    StepBatch,

    /// <summary>One epoch.</summary>
    StepEpoch,

    /// <summary>Wipe the drawing pad.</summary>
    ClearPad,

    /// <summary>Go to the drawing pad.</summary>
    GoToPad,

    /// <summary>Throw the die for another seed.</summary>
    NewSeed,

    /// <summary>The run once more from its first batch.</summary>
    Reset,

    /// <summary>The keyboard map.</summary>
    Help,

    /// <summary>The moment before.</summary>
    Earlier,

    /// <summary>The moment after.</summary>
    Later,

    /// <summary>The first moment.</summary>
    FirstMoment,

    /// <summary>Back to the newest state.</summary>
    Live,

    /// <summary>Whatever asks or tells in a dialog goes away.</summary>
    Close,

    /// <summary>The receptive fields of layer 1; the eight that follow it are layers 2 to 9.</summary>
    FirstLayer,
}

/// <summary>Carries key presses from the page to whatever part of it they concern. One per circuit.</summary>
public sealed class Shortcuts
{
    private readonly List<Func<Shortcut, Task>> _listeners = [];

    /// <summary>Listens until the result is disposed.</summary>
    public IDisposable Listen(Func<Shortcut, Task> listener)
    {
        _listeners.Add(listener);
        return new Listening(() => _listeners.Remove(listener));
    }

    /// <summary>Tells every listener.</summary>
    public Task RaiseAsync(Shortcut shortcut) => Task.WhenAll(_listeners.ToArray().Select(listener => listener(shortcut)));

    /// <summary>The command of a name that the browser sent; null when there is none.</summary>
    public static Shortcut? Parse(string? name) => name switch
    {
        "toggle" => Shortcut.Toggle,
        "step-batch" => Shortcut.StepBatch,
        "step-epoch" => Shortcut.StepEpoch,
        "clear-pad" => Shortcut.ClearPad,
        "pad" => Shortcut.GoToPad,
        "new-seed" => Shortcut.NewSeed,
        "reset" => Shortcut.Reset,
        "help" => Shortcut.Help,
        "earlier" => Shortcut.Earlier,
        "later" => Shortcut.Later,
        "first-moment" => Shortcut.FirstMoment,
        "live" => Shortcut.Live,
        "close" => Shortcut.Close,
        ['l', 'a', 'y', 'e', 'r', '-', >= '1' and <= '9' and var digit] => Shortcut.FirstLayer + (digit - '1'),
        _ => null,
    };

    /// <summary>The layer, from 0, that a shortcut asks for; null when it asks for something else.</summary>
    public static int? LayerOf(Shortcut shortcut) => shortcut >= Shortcut.FirstLayer ? shortcut - Shortcut.FirstLayer : null;

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
