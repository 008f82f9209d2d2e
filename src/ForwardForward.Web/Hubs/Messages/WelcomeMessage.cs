using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>What the hub allows on one connection.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="MostFramesPerSecond">Highest rate of a stream of pictures.</param>
/// <param name="MostUnits">Most receptive fields in a message.</param>
/// <param name="MostExamples">Most examples in a message.</param>
/// <param name="MostStreams">Most streams that may be open at a time.</param>
[MessagePackObject]
public sealed record WelcomeMessage(
    [property: Key("version")] string Version,
    [property: Key("mostFramesPerSecond")] double MostFramesPerSecond,
    [property: Key("mostUnits")] int MostUnits,
    [property: Key("mostExamples")] int MostExamples,
    [property: Key("mostStreams")] int MostStreams);
