using System.Xml;
using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Does NuGet see the package that the manifest describes?</summary>
internal static class NuspecCheck
{
    public static void Run(ModelPackage package, PackageFindings findings)
    {
        if (package.Nuspec is null || Metadata(package.Nuspec) is not { } metadata)
        {
            findings.Add(PackageCodes.PartMissing, $"has no nuspec that can be read. {PackageFindings.WayOut}");
            return;
        }

        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        Compare(findings, "id", Value("id"), package.Manifest.Name, StringComparison.OrdinalIgnoreCase);
        Compare(findings, "version", Value("version"), package.Manifest.Version, StringComparison.OrdinalIgnoreCase);
        if (package.Manifest.License is { } license)
            Compare(findings, "licence", Value("license"), license, StringComparison.Ordinal);
    }

    private static void Compare(PackageFindings findings, string what, string? actual, string? expected, StringComparison comparison)
    {
        if (!string.Equals(actual, expected, comparison))
            findings.Disagree($"the nuspec's {what} is '{ArchiveText.Shown(actual ?? "")}', the manifest's '{ArchiveText.Shown(expected ?? "")}'");
    }

    // No document type: an entity could grow without end, or name a file.
    private static XElement? Metadata(byte[] nuspec)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(nuspec), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata");
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
