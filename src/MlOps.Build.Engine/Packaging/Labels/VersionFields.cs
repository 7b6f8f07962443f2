using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Boms;

namespace MlOps.Build.Engine.Packaging.Labels;

/// <summary>
/// The places of a package that say its version: nuspec and core properties, manifest, bill of materials, envelope. Everything else is the
/// same bits under any version.
/// </summary>
internal static partial class VersionFields
{
    /// <summary>True when the entry says the package's version.</summary>
    public static bool Has(string entry) =>
        entry is PartNames.Manifest or PartNames.Sbom or PartNames.Envelope || IsNuspec(entry) || IsCoreProperties(entry);

    /// <summary>The entry under another version; those without a version field come back as they are.</summary>
    /// <param name="entry">The entry's path.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="name">The package's id.</param>
    /// <param name="version">The version.</param>
    /// <param name="sbom">The bill of materials under that version, which the manifest describes.</param>
    public static byte[] Set(string entry, byte[] bytes, string name, string version, byte[]? sbom) => entry switch
    {
        PartNames.Sbom => SbomVersion.Set(bytes, name, version),
        PartNames.Manifest => Manifest(bytes, version, sbom),
        PartNames.Envelope => Envelope(bytes, version),
        _ when IsNuspec(entry) || IsCoreProperties(entry) => Xml(bytes, version),
        _ => bytes,
    };

    private static bool IsNuspec(string entry) => !entry.Contains('/') && entry.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase);

    private static bool IsCoreProperties(string entry) =>
        entry.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal) && entry.EndsWith(".psmdcp", StringComparison.Ordinal);

    private static byte[] Manifest(byte[] bytes, string version, byte[]? sbom)
    {
        var manifest = JsonSerializer.Deserialize(bytes, ContractsJson.Default.ModelManifest)!;
        var described = sbom is null ? null : new PackagePart(PartNames.Sbom, sbom).Describe();
        return PackageLabel.ManifestBytes(manifest with
        {
            Version = version,
            Parts = [.. manifest.Parts.Select(part => part.Path == PartNames.Sbom && described is not null ? described : part)],
        });
    }

    private static byte[] Envelope(byte[] bytes, string version)
    {
        var envelope = JsonSerializer.Deserialize(bytes, ContractsJson.Default.PackageEnvelope)! with { Version = version };
        return [.. JsonSerializer.SerializeToUtf8Bytes(envelope, ContractsJson.Default.PackageEnvelope), (byte)'\n'];
    }

    // By text, so that nothing else of the document changes. The first one is the package's own: those of dependencies are attributes.
    private static byte[] Xml(byte[] bytes, string version) =>
        Encoding.UTF8.GetBytes(VersionElement().Replace(Encoding.UTF8.GetString(bytes), match => $"{match.Groups[1].Value}{version}{match.Groups[2].Value}", 1));

    [GeneratedRegex("(<version>)[^<]*(</version>)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionElement();
}
