using Microsoft.AspNetCore.SignalR;

namespace ForwardForward.Web.Hubs;

/// <summary>What a connection may ask for, and the sentences for those who ask for more.</summary>
public static class HubLimits
{
    /// <summary>Highest rate of a stream of pictures.</summary>
    public const double MostFramesPerSecond = 30;

    /// <summary>Lowest rate: one picture in ten seconds.</summary>
    public const double FewestFramesPerSecond = 0.1;

    /// <summary>Most receptive fields in a message.</summary>
    public const int MostUnits = 1024;

    /// <summary>Most examples in a message.</summary>
    public const int MostExamples = 50;

    /// <summary>Most streams open at a time.</summary>
    public const int MostStreams = 32;

    /// <summary>Largest message from a client: 784 bytes in base64 and their envelope fit many times.</summary>
    public const int LargestMessage = 32 * 1024;

    /// <summary>Throws unless the rate is a number in the range.</summary>
    public static void CheckRate(double framesPerSecond)
    {
        if (!(framesPerSecond is >= FewestFramesPerSecond and <= MostFramesPerSecond))
        {
            throw new HubException($"framesPerSecond must be from {FewestFramesPerSecond} to {MostFramesPerSecond}; got {framesPerSecond}.");
        }
    }

    /// <summary>Throws unless the number lies in the range.</summary>
    public static void Check(string name, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new HubException($"{name} must be from {least} to {most}; got {value}.");
        }
    }
}
