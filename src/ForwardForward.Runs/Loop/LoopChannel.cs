using System.Threading.Channels;

namespace ForwardForward.Runs.Loop;

/// <summary>Commands that other threads hand to a loop, which carries them out between two steps, in the order in which they came.</summary>
internal sealed class LoopChannel
{
    // The loop waits on a thread of its own: woken straight from the writer, it does not depend on the thread pool having a thread to spare.
    private readonly Channel<LoopCommand> _commands = Channel.CreateUnbounded<LoopCommand>(
        new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });

    /// <summary>Hands in a command; after closing, it is dropped at once.</summary>
    public void Post(LoopCommand command)
    {
        if (!_commands.Writer.TryWrite(command))
        {
            command.Drop();
        }
    }

    /// <summary>Has the loop work something out.</summary>
    /// <exception cref="LoopEndedException">The loop ended before it came to it.</exception>
    public Task<T> AskAsync<T>(Func<T> work)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Execute()
        {
            try
            {
                answer.SetResult(work());
            }
            catch (Exception exception)
            {
                answer.SetException(exception);
            }
        }

        Post(new LoopCommand(Execute, () => answer.SetException(new LoopEndedException())));
        return answer.Task;
    }

    /// <summary>Hands in work that nobody waits for.</summary>
    public void Post(Action work) => Post(new LoopCommand(work, () => { }));

    /// <summary>The next command, if there is one. For the loop.</summary>
    public bool TryTake(out LoopCommand command) => _commands.Reader.TryRead(out command);

    /// <summary>Blocks until there is a command. For the loop.</summary>
    public void Wait() => _commands.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Drops what is there and all that comes. For the loop.</summary>
    public void Close()
    {
        _commands.Writer.TryComplete();
        while (_commands.Reader.TryRead(out var command))
        {
            command.Drop();
        }
    }
}
