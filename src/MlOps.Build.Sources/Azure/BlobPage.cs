using System.Xml;
using System.Xml.Linq;

namespace MlOps.Build.Sources.Azure;

/// <summary>A page of a container's listing.</summary>
/// <param name="Names">Names of blobs.</param>
/// <param name="Marker">Where the next page begins; empty after the last.</param>
internal sealed record BlobPage(IReadOnlyList<string> Names, string Marker)
{
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit };

    public static BlobPage Read(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Strict);
        var root = XDocument.Load(reader).Root!;
        return new BlobPage(
            [.. root.Elements("Blobs").Elements("Blob").Elements("Name").Select(name => name.Value)],
            root.Element("NextMarker")?.Value ?? "");
    }
}
