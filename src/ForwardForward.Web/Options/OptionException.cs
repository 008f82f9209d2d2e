namespace ForwardForward.Web.Options;

/// <summary>An option of the command line or the environment is wrong; the message names it, its value and what would be right.</summary>
public sealed class OptionException(string message) : Exception(message);
