using System.IO.Compression;

namespace MlOps.Build.Engine.Packaging.Labels;

/// <summary>
/// Writes a package under another version without building it again. What is not a version field is copied, in the same order with the
/// same times; a signature of NuGet is left out, since it signs the bytes of the other package.
/// </summary>
internal static class PackageRelabel
{
    private const string Signature = ".signature.p7s";

    /// <summary>Writes the package, whole or not at all. The package is one that <see cref="Archives.ModelPackageReader"/> has accepted.</summary>
    public static void Write(string package, string name, string version, string output)
    {
        var beside = output + ".tmp";
        using (var source = ZipFile.OpenRead(package))
        using (var target = new ZipArchive(File.Create(beside), ZipArchiveMode.Create))
        {
            var sbom = source.GetEntry(PartNames.Sbom) is { } entry ? VersionFields.Set(PartNames.Sbom, Bytes(entry), name, version, null) : null;
            foreach (var from in source.Entries.Where(from => from.FullName != Signature))
                Copy(from, target, bytes => VersionFields.Set(from.FullName, bytes, name, version, sbom));
        }

        File.Move(beside, output, overwrite: true);
    }

    /// <summary>
    /// Whether two packages differ in their version fields alone: the second, put under the first one's version, is the first, entry by entry.
    /// Says what differs otherwise.
    /// </summary>
    public static IReadOnlyList<string> Differences(string before, string after, string name, string versionBefore)
    {
        using var first = ZipFile.OpenRead(before);
        using var second = ZipFile.OpenRead(after);
        var sbom = second.GetEntry(PartNames.Sbom) is { } entry ? VersionFields.Set(PartNames.Sbom, Bytes(entry), name, versionBefore, null) : null;
        var old = first.Entries.Where(from => from.FullName != Signature).ToDictionary(from => from.FullName, StringComparer.Ordinal);
        var differing = second.Entries.Where(to => !old.Remove(to.FullName, out var from)
            || !VersionFields.Set(to.FullName, Bytes(to), name, versionBefore, sbom).AsSpan().SequenceEqual(Bytes(from))).Select(to => to.FullName).ToList();
        return [.. differing.Concat(old.Keys).Order(StringComparer.Ordinal)];
    }

    private static void Copy(ZipArchiveEntry from, ZipArchive target, Func<byte[], byte[]> change)
    {
        var to = target.CreateEntry(from.FullName, CompressionLevel.Optimal);
        to.LastWriteTime = from.LastWriteTime;
        to.ExternalAttributes = from.ExternalAttributes;
        using var stream = to.Open();
        if (VersionFields.Has(from.FullName))
        {
            stream.Write(change(Bytes(from)));
            return;
        }

        using var bytes = from.Open();
        bytes.CopyTo(stream);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
