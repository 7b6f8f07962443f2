using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>
/// What the framework does not tell of a file. Linux only: <c>statx</c> has one layout on every architecture (linux/stat.h), <c>stat</c> has
/// not.
/// </summary>
internal static partial class FileStatus
{
    /// <summary>Bytes of the structure that <see cref="Read"/> fills.</summary>
    public const int Size = 256;

    private const int CurrentFolder = -100;

    /// <summary>Fills in the wanted fields, links followed; false where they cannot be had.</summary>
    public static bool Read(string absolutePath, uint wanted, Span<byte> status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status.Length, Size, nameof(status));
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            return Statx(CurrentFolder, absolutePath, 0, wanted, ref MemoryMarshal.GetReference(status)) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte buffer);
}
