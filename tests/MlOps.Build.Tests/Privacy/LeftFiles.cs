using System.IO.Compression;

namespace MlOps.Build.Tests.Privacy;

/// <summary>Everything below a folder, with what archives and compressed files hold.</summary>
internal static class LeftFiles
{
    /// <summary>Path and content; an entry of an archive has the archive's path in front.</summary>
    public static IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> Of(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .SelectMany(path => Unpacked(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)));

    private static IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> Unpacked(string path, byte[] content)
    {
        yield return (path, content);
        if (content is [0x1F, 0x8B, ..])
        {
            // A binary log is one gzip stream of strings in UTF-8.
            using var stream = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress))
                gzip.CopyTo(stream);
            foreach (var inner in Unpacked(path + " unpacked", stream.ToArray()))
                yield return inner;
        }
        else if (content is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            using var archive = new ZipArchive(new MemoryStream(content));
            foreach (var entry in archive.Entries)
            {
                using var stream = new MemoryStream();
                using (var opened = entry.Open())
                    opened.CopyTo(stream);
                foreach (var inner in Unpacked($"{path}!{entry.FullName}", stream.ToArray()))
                    yield return inner;
            }
        }
    }
}
