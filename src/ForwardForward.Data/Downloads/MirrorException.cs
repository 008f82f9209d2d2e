namespace ForwardForward.Data.Downloads;

/// <summary>One mirror failed; another one may do. The message goes on after the mirror's address, such as "answered 404".</summary>
internal sealed class MirrorException(string message, Exception? innerException = null) : Exception(message, innerException);
