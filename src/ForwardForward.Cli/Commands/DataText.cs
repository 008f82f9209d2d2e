using System.Globalization;
using ForwardForward.Data.Mnist;

namespace ForwardForward.Cli.Commands;

/// <summary>What a person reads about a file of a data set.</summary>
internal static class DataText
{
    /// <summary>One indented line: name, state, size, place.</summary>
    public static string Of(MnistFileStatus status) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {status.File.Name,-24} {Word(status.State),-9} {(status.Path is null ? "" : $"{status.Bytes / 1e6,6:0.00} MB  {status.Path}")}").TrimEnd();

    private static string Word(MnistFileState state) => state switch
    {
        MnistFileState.Missing => "missing",
        MnistFileState.Present => "present",
        MnistFileState.Verified => "verified",
        _ => "wrong",
    };
}
