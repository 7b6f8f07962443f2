using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What an exception of the file system means to the user.</summary>
internal static class IoFailure
{
    // errno on Linux and macOS: EFBIG, ENOSPC, EROFS, EDQUOT (Linux, macOS); ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    private static readonly int[] Full = [27, 28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];
    private static readonly int[] ReadOnly = [13, 30, unchecked((int)0x80070013)];

    public static bool Knows(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>True when there was no space.</summary>
    public static bool IsFull(Exception exception) => exception is IOException { HResult: var result } && Full.Contains(result);

    /// <summary>The finding that says it.</summary>
    /// <param name="exception">An exception that <see cref="Knows"/> accepts.</param>
    /// <param name="what">What was being done, such as "the outputs of 'train'".</param>
    /// <param name="folder">The folder that it went to.</param>
    public static Diagnostic Describe(Exception exception, string what, string folder)
    {
        if (exception is ShortenedFileException)
            return Error(DataCodes.Unreadable, $"{Sentence(exception)} Try again when nothing writes to it.");
        if (exception is EndOfStreamException)
            return Error(BuildCodes.InputUnreadable, $"a file needed for {what} ends too early. Build again; if it stays, remove '{folder}'.");
        if (exception is FailedWriteException { InnerException: { } cause } write)
            (exception, what, folder) = (cause, write.What ?? what, write.Folder);
        var (code, hint) = exception switch
        {
            _ when IsFull(exception) =>
                (BuildCodes.DiskFull, "no space is left there. Free some, shrink the cache with 'mlops cache prune', or move the folder."),
            UnauthorizedAccessException =>
                (BuildCodes.OutputNotWritable, "it is read-only for this user. Change its permissions or move the folder."),
            IOException { HResult: var result } when ReadOnly.Contains(result) =>
                (BuildCodes.OutputNotWritable, "it is read-only. Change its permissions or move the folder."),
            _ => (BuildCodes.OutputNotWritable, Sentence(exception) + " Remove what is in the way, or name another folder."),
        };
        return Error(code, $"cannot write {what} to '{folder}': {hint}");
    }

    private static Diagnostic Error(string code, string message) => new() { Code = code, Severity = DiagnosticSeverity.Error, Message = message };

    private static string Sentence(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.') + ".";
}
