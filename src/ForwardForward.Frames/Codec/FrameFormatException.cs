namespace ForwardForward.Frames.Codec;

/// <summary>Bytes or text that are no frame; the message is a sentence that says why.</summary>
public sealed class FrameFormatException(string message, Exception? inner = null) : Exception(message, inner);
