using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>Who a package says that it is, and the nuspec that says it.</summary>
internal sealed partial record PackageIdentity(string Id, FeedVersion Version, byte[] Nuspec)
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads a file; null when it is no package. Errors of the disk are exceptions.</summary>
    public static PackageIdentity? Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(stream);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static PackageIdentity? Read(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var entries = archive.Entries.Where(IsNuspec).ToList();
            return entries is [var entry] && Bytes(entry) is { } nuspec ? Parse(nuspec) : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>True for an id that NuGet takes, which is also the part of a path and of an address.</summary>
    public static bool IsId(string id) => id.Length <= 100 && IdPattern().IsMatch(id);

    /// <summary>True when it is the package of that id and version.</summary>
    public bool Is(string id, FeedVersion version) => string.Equals(Id, id, StringComparison.OrdinalIgnoreCase) && Version.Equals(version);

    private static bool IsNuspec(ZipArchiveEntry entry) =>
        !entry.FullName.Contains('/') && entry.FullName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase);

    private static byte[]? Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[MostBytes + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count > MostBytes ? null : bytes[..count];
    }

    private static PackageIdentity? Parse(byte[] nuspec)
    {
        using var reader = XmlReader.Create(new MemoryStream(nuspec), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var metadata = XDocument.Load(reader).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata");
        var id = Text(metadata, "id");
        return IsId(id) && FeedVersion.Parse(Text(metadata, "version")) is { } version ? new PackageIdentity(id, version, nuspec) : null;
    }

    private static string Text(XElement? metadata, string name) =>
        metadata?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";

    // NuGet's PackageIdValidator.
    [GeneratedRegex(@"^\w+(?:[.-]\w+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
