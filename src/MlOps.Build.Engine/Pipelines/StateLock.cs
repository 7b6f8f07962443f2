namespace MlOps.Build.Engine.Pipelines;

/// <summary>
/// Keeps two builds of one project apart (two terminals, <c>-m</c>, several target frameworks). The system drops it with the process
/// that holds it.
/// </summary>
internal static class StateLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits until nobody else holds the lock.</summary>
    /// <param name="file">The lock's file.</param>
    /// <param name="waiting">Called once when it has to wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static IDisposable Take(string file, Action? waiting, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsHeld(exception))
            {
                waiting?.Invoke();
                waiting = null;
                cancellationToken.WaitHandle.WaitOne(Pause);
            }
        }
    }

    // EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static bool IsHeld(IOException exception) =>
        exception.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
