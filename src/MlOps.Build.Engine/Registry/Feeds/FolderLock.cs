using System.Diagnostics;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>
/// One who changes a folder at a time, so that spellings of one version meet. The operating system lets go when a process ends, and the
/// file stays: removing it would let two in. Where a share keeps no locks, the exclusive name still holds.
/// </summary>
internal static class FolderLock
{
    private const string Name = ".mlops-feed.lock";

    // errno of a lock that somebody holds (EAGAIN on Linux and macOS), ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // It is held while a name is taken, not while bytes are copied.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static Task<IDisposable> TakeAsync(string folder, CancellationToken cancellationToken) => TakeAsync(folder, Longest, cancellationToken);

    public static async Task<IDisposable> TakeAsync(string folder, TimeSpan longest, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (Held.Contains(exception.HResult))
            {
                if (Stopwatch.GetElapsedTime(began) > longest)
                {
                    throw new FeedException(
                        FeedCodes.Unavailable, $"somebody holds '{Name}' in the feed '{folder}' for too long. End the process that does, and run the same again.", exception);
                }

                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
