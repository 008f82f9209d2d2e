using ForwardForward.Runs.Checkpoints;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Runs.Tests;

/// <summary>While full, it takes the first bytes of a file and then says what Linux says.</summary>
internal sealed class FillingDisk : ICheckpointDisk
{
    private readonly CheckpointDisk _disk = new();
    private volatile bool _isFull;

    public bool IsFull
    {
        get => _isFull;
        set => _isFull = value;
    }

    /// <summary>Makes a service that keeps its checkpoints here.</summary>
    public RunService Make(RunsOptions options, FakeTraining training, TimeProvider time) =>
        new(options, training, training, time, NullLogger<RunService>.Instance, this);

    public Stream Create(string path) => IsFull ? new FullStream(path) : _disk.Create(path);

    public void Flush(Stream file) => _disk.Flush(file);

    public void Rename(string from, string to) => _disk.Rename(from, to);

    private sealed class FullStream(string path) : MemoryStream
    {
        private readonly FileStream _file = new(path, FileMode.Create);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _file.Write(buffer[..Math.Min(10, buffer.Length)]);
            throw new IOException("No space left on device");
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            _file.Dispose();
            base.Dispose(disposing);
        }
    }
}
