using System.Text.Json;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Attestations;
using MlOps.Build.Engine.Packaging.Boms;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Packaging.Versions;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging;

/// <summary>
/// Labels what is to be packed: the evidence digest over the parts, the version that names it, manifest and SBOM with that version. The
/// same parts under another version have the same digest.
/// </summary>
internal static partial class PackageLabel
{
    public static PackResult? Write(PackOptions options, DiagnosticBag diagnostics)
    {
        if (!IsValid(options, diagnostics))
            return null;
        var sbom = SbomVersion.Remove(File.ReadAllBytes(options.Files[PartNames.Sbom]));
        var parts = options.Files
            .Where(pair => pair.Key != PartNames.Sbom)
            .Select(pair => new PackagePart(pair.Key, File.ReadAllBytes(pair.Value)).Describe())
            .ToList();
        var evidence = EvidenceDigest.Of(options.Name, [.. parts, new PackagePart(PartNames.Sbom, sbom).Describe()], sbom);
        var version = options.PackageVersion ?? $"{options.ModelVersion}-{options.Prerelease ?? Prerelease.OfEvidence(evidence)}";

        var labelled = new PackagePart(PartNames.Sbom, SbomVersion.Set(sbom, options.Name, version));
        var manifest = new ModelManifest
        {
            Name = options.Name,
            Version = version,
            Evidence = evidence,
            License = options.License,
            DataLicense = options.DataLicense,
            Parts = [.. parts.Append(labelled.Describe()).OrderBy(part => part.Path, StringComparer.Ordinal)],
        };
        return new PackResult
        {
            Version = version,
            Evidence = evidence,
            ManifestFile = WriteFile(options, "manifest.json", ManifestBytes(manifest)),
            SbomFile = WriteFile(options, "sbom.cdx.json", labelled.Bytes),
            EnvelopeFile = WriteEnvelope(options, version, evidence),
            ProvenanceFile = WriteProvenance(options, evidence, parts),
        };
    }

    private static string? WriteProvenance(PackOptions options, string evidence, List<ManifestPart> parts)
    {
        if (!options.Origin.IsKnown)
            return null;
        var lineage = options.Files.TryGetValue(PartNames.Lineage, out var file)
            ? JsonSerializer.Deserialize(File.ReadAllBytes(file), ContractsJson.Default.Lineage)
            : null;
        return WriteFile(options, "provenance.json", ProvenanceStatement.Bytes(ProvenanceStatement.Of(options.Name, evidence, parts, lineage, options.Origin)));
    }

    private static string? WriteEnvelope(PackOptions options, string version, string evidence)
    {
        var origin = options.Origin;
        var envelope = new PackageEnvelope
        {
            Name = options.Name,
            Version = version,
            Evidence = evidence,
            Commit = origin.Commit,
            Ref = origin.Ref,
            Repository = origin.Repository,
            Run = origin.Run,
            Actor = origin.Actor,
            Time = origin.Time,
            Framework = BuildMachine.Framework,
            OperatingSystem = BuildMachine.OperatingSystem,
            Architecture = BuildMachine.Architecture,
        };
        return !origin.IsKnown ? null
            : WriteFile(options, "envelope.json", [.. JsonSerializer.SerializeToUtf8Bytes(envelope, ContractsJson.Default.PackageEnvelope), (byte)'\n']);
    }

    public static byte[] ManifestBytes(ModelManifest manifest) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(manifest, ContractsJson.Default.ModelManifest), (byte)'\n'];

    private static bool IsValid(PackOptions options, DiagnosticBag diagnostics)
    {
        var before = diagnostics.Count;
        if (!CoreVersion().IsMatch(options.ModelVersion))
        {
            diagnostics.Error(
                PackageCodes.InvalidVersion,
                $"MlOpsModelVersion is '{options.ModelVersion}'; expected three numbers such as 1.4.2. What comes behind them is the kit's.");
        }

        if (options.Prerelease is { } label && !Prerelease.IsValid(label))
        {
            diagnostics.Error(
                PackageVersionCodes.InvalidPrerelease,
                $"MlOpsPrerelease is '{label}'; expected letters, digits and hyphens between dots, such as beta.3, without leading zeros. Mend it, or leave it out.");
        }

        foreach (var (path, file) in options.Files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!File.Exists(file))
                diagnostics.Error(PackageCodes.NotBuilt, $"'{path}' of the package is not there. Build the project before it is packed.", new SourcePosition(file));
        }

        return diagnostics.Count == before;
    }

    private static string WriteFile(PackOptions options, string name, byte[] bytes)
    {
        var file = Path.Combine(options.OutputFolder, name);
        WholeFile.WriteIfDifferent(file, bytes);
        return file;
    }

    [GeneratedRegex(@"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex CoreVersion();
}
