using ForwardForward.Recipes.Settings;
using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Problems;

/// <summary>Which errors are the caller's, with their status and their sentence; the hub and REST share them.</summary>
public static class Sentences
{
    /// <summary>Status and sentence of an error that the caller can do something about; null for all others, which stay in the log.</summary>
    public static (int Status, string Sentence)? For(Exception error) => error switch
    {
        RunNotFoundException => (StatusCodes.Status404NotFound, error.Message),
        RunStateException => (StatusCodes.Status409Conflict, error.Message),
        RunRequestException or SettingException => (StatusCodes.Status400BadRequest, error.Message),
        RunStorageException => (StatusCodes.Status507InsufficientStorage, error.Message),
        RequestException request => (request.Status, request.Message),
        _ => null,
    };
}
