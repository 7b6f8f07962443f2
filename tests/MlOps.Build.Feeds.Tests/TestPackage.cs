using System.IO.Compression;
using System.Text;

namespace MlOps.Build.Feeds.Tests;

/// <summary>The smallest packages that NuGet takes.</summary>
internal static class TestPackage
{
    /// <summary>Writes one; another text makes other bytes.</summary>
    public static string Write(string file, string id, string version, string text = "")
    {
        File.WriteAllBytes(file, Bytes(id, version, text));
        return file;
    }

    public static byte[] Bytes(string id, string version, string text = "")
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(archive, $"{id}.nuspec", $"""
                <?xml version="1.0" encoding="utf-8"?>
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata><id>{id}</id><version>{version}</version><authors>Strikes</authors><description>A model.</description></metadata>
                </package>
                """);
            Add(archive, "mlops/text.txt", text);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
