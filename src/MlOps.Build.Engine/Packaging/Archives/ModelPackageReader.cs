using System.IO.Compression;
using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Archives;

/// <summary>
/// Opens a model package from a file that may come from anywhere: nothing is written to disk, every part is verified, and everything that
/// is wrong is said.
/// </summary>
internal sealed class ModelPackageReader(string path, DiagnosticBag diagnostics)
{
    private const long MostManifestBytes = 16 << 20;
    private const long MostPartBytes = 1L << 30;

    private static readonly HashSet<string> Loaded = new(StringComparer.OrdinalIgnoreCase)
    {
        "mlops", "lib", "ref", "runtimes", "build", "buildTransitive", "buildMultiTargeting", "buildCrossTargeting", "analyzers", "tools",
        "contentFiles", "content", "native",
    };

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private EntryBytes _bytes = new(0);

    /// <summary>The package; null, with errors, when it cannot be opened or is not what it says.</summary>
    public static ModelPackage? Open(string path, DiagnosticBag diagnostics)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            return new ModelPackageReader(path, diagnostics) { _bytes = new EntryBytes(file.Length) }.Read(archive);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            diagnostics.Error(
                PackageCodes.PackageUnreadable,
                $"cannot be opened as a package: {ArchiveText.OneLine(exception.Message)}",
                new SourcePosition(path));
            return null;
        }
    }

    private ModelPackage? Read(ZipArchive archive)
    {
        var before = diagnostics.Count;
        foreach (var fault in ArchiveEntries.Faults(archive))
            Fail(PackageCodes.PackageRefused, fault);
        if (diagnostics.Count > before || Bytes(archive, PartNames.Manifest, MostManifestBytes) is not { } manifestBytes)
            return null;
        if (Parse(manifestBytes) is not { } manifest)
            return null;
        _parts[PartNames.Manifest] = manifestBytes;
        foreach (var part in manifest.Parts)
            ReadPart(archive, part);
        FindUnnamed(archive, manifest);
        if (diagnostics.Count > before || !EvidenceHolds(manifest))
            return null;
        var package = new ModelPackage(path, manifest, _parts)
        {
            Envelope = Beside(archive, PartNames.Envelope),
            Provenance = Beside(archive, PartNames.Provenance),
            Nuspec = Nuspec(archive),
        };
        return diagnostics.Count > before ? null : package;
    }

    private byte[]? Beside(ZipArchive archive, string part) => archive.GetEntry(part) is null ? null : Bytes(archive, part, MostManifestBytes);

    private void ReadPart(ZipArchive archive, ManifestPart part)
    {
        if (_parts.ContainsKey(part.Path))
            Fail(PackageCodes.PartChanged, $"its manifest names '{ArchiveText.Shown(part.Path)}' twice. Take the package from its feed again.");
        else if (Bytes(archive, part.Path, Math.Min(part.Bytes, MostPartBytes)) is { } bytes && Matches(part, bytes))
            _parts[part.Path] = bytes;
    }

    private byte[]? Bytes(ZipArchive archive, string name, long most)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            Fail(PackageCodes.PartMissing, name == PartNames.Manifest
                ? $"is not a model package: it has no '{name}'. Model packages are made by 'dotnet pack' on a project with MlOps.Build."
                : $"'{ArchiveText.Shown(name)}' is missing, which its manifest names. Take the package from its feed again.");
            return null;
        }

        if (_bytes.IsSpent)
            return null;
        try
        {
            var bytes = _bytes.Read(entry, most, out var fault);
            if (fault is not null)
                Fail(PackageCodes.PackageRefused, fault);
            return bytes;
        }
        catch (InvalidDataException exception)
        {
            Fail(PackageCodes.PackageUnreadable, $"'{ArchiveText.Shown(name)}' cannot be unpacked: {ArchiveText.OneLine(exception.Message)}");
            return null;
        }
    }

    private ModelManifest? Parse(byte[] bytes)
    {
        try
        {
            // A newer manifest may have any shape, so its format is read before anything else.
            if (FormatOf(bytes) is > ModelManifest.CurrentFormat and var format)
            {
                Fail(PackageCodes.NewerFormat, $"its manifest has format {format}; this version knows {ModelManifest.CurrentFormat}. Update MlOps.Build.");
                return null;
            }

            var manifest = JsonSerializer.Deserialize(bytes, ContractsJson.Default.ModelManifest);
            if (manifest is { Name: not null, Parts: not null } && manifest.Parts.All(part => part is { Path: not null, Sha256: not null }))
                return manifest;
            Fail(PackageCodes.PartMissing, $"'{PartNames.Manifest}' names no parts. Take the package from its feed again.");
        }
        catch (JsonException exception)
        {
            Fail(PackageCodes.PartMissing, $"'{PartNames.Manifest}' cannot be read: {ArchiveText.OneLine(exception.Message)}");
        }

        return null;
    }

    private static int? FormatOf(byte[] manifest)
    {
        using var document = JsonDocument.Parse(manifest);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number)
            ? number
            : null;
    }

    private bool Matches(ManifestPart part, byte[] bytes)
    {
        var actual = new PackagePart(part.Path, bytes).Describe();
        return (actual.Sha256 == part.Sha256 && actual.Bytes == part.Bytes) || Fail(
            PackageCodes.PartChanged,
            $"'{ArchiveText.Shown(part.Path)}' has SHA-256 {actual.Sha256} and {actual.Bytes} bytes, its manifest says "
            + $"{ArchiveText.Shown(part.Sha256)} and {part.Bytes}: it was changed after it was packed. Take the package from its feed again.");
    }

    // A README or an icon beside the parts is the author's business; a file that a build or an application would load is not.
    private void FindUnnamed(ZipArchive archive, ModelManifest manifest)
    {
        var named = manifest.Parts.Select(part => part.Path).Concat([PartNames.Manifest, PartNames.Envelope, PartNames.Provenance]).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (named.Contains(name) || name.EndsWith('/') || !name.Contains('/') || !Loaded.Contains(name.Split('/')[0]) || IsModelBeside(archive, manifest, name))
                continue;
            Fail(
                PackageCodes.PartChanged,
                $"holds '{ArchiveText.Shown(name)}', which its manifest does not name: it was added after it was packed. "
                + "Take the package from its feed again.");
        }
    }

    // A model too big to embed is packed a second time, as content; it has to be the same.
    private bool IsModelBeside(ZipArchive archive, ModelManifest manifest, string name)
    {
        if (!name.StartsWith("contentFiles/any/any/", StringComparison.Ordinal) || !name.EndsWith(".model.onnx", StringComparison.Ordinal))
            return false;
        var model = manifest.Parts.FirstOrDefault(part => part.Path == PartNames.Model);
        return model is not null
            && Bytes(archive, name, Math.Min(model.Bytes, MostPartBytes)) is { } bytes
            && new PackagePart(name, bytes).Describe().Sha256 == model.Sha256;
    }

    private bool EvidenceHolds(ModelManifest manifest)
    {
        var actual = EvidenceDigest.Of(manifest.Name, manifest.Parts, _parts.GetValueOrDefault(PartNames.Sbom));
        return actual == manifest.Evidence || Fail(
            PackageCodes.PartChanged,
            $"its parts have the evidence digest {actual}, its manifest says {ArchiveText.Shown(manifest.Evidence ?? "nothing")}: the manifest was changed. "
            + "Take the package from its feed again.");
    }

    private byte[]? Nuspec(ZipArchive archive)
    {
        var names = archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.Contains('/') && name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase)).ToList();
        return names is [var only] ? Bytes(archive, only, MostManifestBytes) : null;
    }

    private bool Fail(string code, string message)
    {
        diagnostics.Error(code, message, new SourcePosition(path));
        return false;
    }
}
