using System.IO.Compression;
using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Archives;

/// <summary>Opens a model package from a file that may come from anywhere: nothing is written to disk, and every part is verified.</summary>
internal sealed class ModelPackageReader(string path, DiagnosticBag diagnostics)
{
    private const int MostEntries = 10_000;
    private const long MostManifestBytes = 16 << 20;
    private const long MostPartBytes = 1L << 30;

    private static readonly HashSet<string> Loaded = new(StringComparer.OrdinalIgnoreCase)
    {
        "mlops", "lib", "ref", "runtimes", "build", "buildTransitive", "buildMultiTargeting", "analyzers", "tools",
    };

    /// <summary>The package; null, with errors, when it cannot be opened or is not what it says.</summary>
    public static ModelPackage? Open(string path, DiagnosticBag diagnostics)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return new ModelPackageReader(path, diagnostics).Read(archive);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            diagnostics.Error(PackageCodes.PackageUnreadable, $"cannot be opened as a package: {OneLine(exception.Message)}", new SourcePosition(path));
            return null;
        }
    }

    private ModelPackage? Read(ZipArchive archive)
    {
        if (!IsHonest(archive) || Bytes(archive, PartNames.Manifest, MostManifestBytes) is not { } manifestBytes)
            return null;
        if (Parse(manifestBytes) is not { } manifest)
            return null;
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [PartNames.Manifest] = manifestBytes };
        foreach (var part in manifest.Parts)
        {
            if (Bytes(archive, part.Path, Math.Min(part.Bytes, MostPartBytes)) is not { } bytes || !Matches(part, bytes))
                return null;
            parts[part.Path] = bytes;
        }

        return HasNothingElse(archive, parts) && EvidenceHolds(manifest, parts) ? new ModelPackage(path, manifest, parts) : null;
    }

    private bool IsHonest(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
            return Fail(PackageCodes.PackageRefused, $"holds {archive.Entries.Count} files; a model package has at most {MostEntries}. Refused.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Contains(".."))
                return Fail(PackageCodes.PackageRefused, $"the entry '{Shown(name)}' leads outside of the package. Refused.");
            if (!seen.Add(name))
                return Fail(PackageCodes.PackageRefused, $"holds '{Shown(name)}' twice. Refused.");
        }

        return true;
    }

    private byte[]? Bytes(ZipArchive archive, string name, long most)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            Fail(PackageCodes.PartMissing, name == PartNames.Manifest
                ? $"is not a model package: it has no '{name}'. Model packages are made by 'dotnet pack' on a project with MlOps.Build."
                : $"'{Shown(name)}' is missing, which its manifest names. Take the package from its feed again.");
            return null;
        }

        // The size in the header is the sender's word; what counts is what comes out.
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length <= most)
                continue;
            Fail(PackageCodes.PackageRefused, $"'{Shown(name)}' unpacks to more than the {most} bytes that it may have. Refused.");
            return null;
        }

        return bytes.ToArray();
    }

    private ModelManifest? Parse(byte[] bytes)
    {
        try
        {
            if (JsonSerializer.Deserialize(bytes, ContractsJson.Default.ModelManifest) is { Name: not null, Parts: not null } manifest
                && manifest.Parts.All(part => part is { Path: not null, Sha256: not null }))
            {
                return manifest;
            }

            Fail(PackageCodes.PartMissing, $"'{PartNames.Manifest}' names no parts. Take the package from its feed again.");
        }
        catch (JsonException exception)
        {
            Fail(PackageCodes.PartMissing, $"'{PartNames.Manifest}' cannot be read: {OneLine(exception.Message)}");
        }

        return null;
    }

    private bool Matches(ManifestPart part, byte[] bytes)
    {
        var actual = new PackagePart(part.Path, bytes).Describe();
        return actual.Sha256 == part.Sha256 || Fail(
            PackageCodes.PartChanged,
            $"'{Shown(part.Path)}' has SHA-256 {actual.Sha256}, its manifest says {Shown(part.Sha256)}: it was changed after it was packed. "
            + "Take the package from its feed again.");
    }

    // A README or an icon beside the parts is the author's business; a file that a build or an application would load is not.
    private bool HasNothingElse(ZipArchive archive, Dictionary<string, byte[]> parts)
    {
        var other = archive.Entries.Select(entry => entry.FullName).FirstOrDefault(name =>
            !parts.ContainsKey(name) && name != PartNames.Envelope && !name.EndsWith('/') && Loaded.Contains(name.Split('/')[0]) && name.Contains('/'));
        return other is null || Fail(
            PackageCodes.PartChanged,
            $"holds '{Shown(other)}', which its manifest does not name: it was added after it was packed. Take the package from its feed again.");
    }

    private bool EvidenceHolds(ModelManifest manifest, Dictionary<string, byte[]> parts)
    {
        var actual = EvidenceDigest.Of(manifest.Name, manifest.Parts, parts.GetValueOrDefault(PartNames.Sbom));
        return actual == manifest.Evidence || Fail(
            PackageCodes.PartChanged,
            $"its parts have the evidence digest {actual}, its manifest says {Shown(manifest.Evidence ?? "nothing")}: the manifest was changed. "
            + "Take the package from its feed again.");
    }

    private bool Fail(string code, string message)
    {
        diagnostics.Error(code, message, new SourcePosition(path));
        return false;
    }

    // What a stranger's file says must not reach the terminal as control characters or fill it.
    private static string Shown(string text)
    {
        var printable = string.Concat(text.Take(120).Select(character => char.IsControl(character) ? '?' : character));
        return text.Length > 120 ? printable + "…" : printable;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
