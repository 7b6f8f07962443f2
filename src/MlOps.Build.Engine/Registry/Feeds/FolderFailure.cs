using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>What an exception of the file system means to a feed's user.</summary>
internal static class FolderFailure
{
    // errno of EACCES and EROFS, ERROR_WRITE_PROTECT on Windows.
    private static readonly int[] ReadOnly = [13, 30, unchecked((int)0x80070013)];

    public static FeedException Of(string folder, Exception exception) => exception switch
    {
        UnauthorizedAccessException => Forbidden(folder, exception),
        IOException when ReadOnly.Contains(exception.HResult) => Forbidden(folder, exception),
        _ when IoFailure.IsFull(exception) =>
            new FeedException(FeedCodes.Unavailable, $"no space is left in the feed '{folder}'. Free some and run the same again.", exception),
        _ => new FeedException(
            FeedCodes.Unavailable,
            $"the feed '{folder}' fails: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Look at the disk or the share, and run the same again.",
            exception),
    };

    private static FeedException Forbidden(string folder, Exception exception) => new(
        FeedCodes.Forbidden, $"the feed '{folder}' does not let this user do that. Change its permissions, or name another feed.", exception);
}
