using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>
/// Gives a finished file its name, unless the name is taken: of many who try at once exactly one succeeds. <see cref="File.Move(string, string)"/>
/// looks first and renames then where there is no such call, and the later one would win.
/// </summary>
internal static partial class ExclusiveName
{
    private const int Exists = 17;
    private const int CurrentFolder = -100;
    private const uint NoReplace = 1;

    /// <summary>True when the file has the name now; false when the name was taken.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static bool TryTake(string beside, string path)
    {
        if (OperatingSystem.IsWindows())
            return TryMove(beside, path);
        if (Link(beside, path) == 0)
        {
            File.Delete(beside);
            return true;
        }

        // FAT and some shares have no links.
        var error = Marshal.GetLastPInvokeError();
        if (error != Exists && OperatingSystem.IsLinux())
            return TryRename(beside, path);
        return error == Exists ? false : throw Refused(path, error);
    }

    /// <summary>The same by Linux' rename that replaces nothing.</summary>
    public static bool TryRename(string beside, string path)
    {
        if (Rename(CurrentFolder, beside, CurrentFolder, path, NoReplace) == 0)
            return true;
        var error = Marshal.GetLastPInvokeError();
        return error == Exists ? false : throw Refused(path, error);
    }

    private static IOException Refused(string path, int error) => new($"'{path}': {Marshal.GetPInvokeErrorMessage(error)}", error);

    private static bool TryMove(string beside, string path)
    {
        try
        {
            File.Move(beside, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int fromFolder, string from, int toFolder, string to, uint flags);
}
