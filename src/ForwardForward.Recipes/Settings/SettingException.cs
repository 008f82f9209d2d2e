namespace ForwardForward.Recipes.Settings;

/// <summary>A setting was given a value that it does not take.</summary>
public sealed class SettingException : Exception
{
    /// <summary>Makes the error; the message names field, value and what would be right.</summary>
    public SettingException(string message)
        : base(message)
    {
    }
}
