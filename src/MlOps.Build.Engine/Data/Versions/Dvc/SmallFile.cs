namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Files that are read in one go.</summary>
internal static class SmallFile
{
    /// <summary>All bytes.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] Read(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[RandomAccess.GetLength(file)];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(length), length) is > 0 and var count)
            length += count;
        return length == bytes.Length ? bytes : bytes[..length];
    }
}
