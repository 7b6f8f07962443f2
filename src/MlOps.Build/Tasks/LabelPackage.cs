using System.Text.Json;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Packaging.Secrets;
using MlOps.Build.Engine.Packaging.Versions;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Computes the evidence digest, and with it the package's version, manifest and SBOM.</summary>
public sealed class LabelPackage : ModelTask
{
    /// <summary>The package's id.</summary>
    [Required]
    public string PackageId { get; set; } = "";

    /// <summary>Three numbers: <c>MlOpsModelVersion</c>; empty is the version that the change against the champion demands.</summary>
    public string ModelVersion { get; set; } = "";

    /// <summary>The whole version, when promotion has decided on it.</summary>
    public string RequestedVersion { get; set; } = "";

    /// <summary>What stands behind the three numbers: <c>MlOpsPrerelease</c>; empty is what the run says.</summary>
    public string PrereleaseLabel { get; set; } = "";

    /// <summary>The assemblies as <c>dotnet pack</c> knows them, with <c>TargetFramework</c> and <c>TargetPath</c>.</summary>
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>What the build was told about itself, with metadata <c>Commit</c>, <c>Ref</c>, <c>Run</c>, <c>Actor</c> and <c>Time</c>.</summary>
    public ITaskItem? Origin { get; set; }

    /// <summary>Where manifest, SBOM and envelope are written.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>The package's version.</summary>
    [Output]
    public string Version { get; set; } = "";

    /// <summary>One sentence for the package.</summary>
    [Output]
    public string Description { get; set; } = "";

    /// <summary>The provenance statement; empty when the build was told nothing about itself.</summary>
    [Output]
    public string Provenance { get; set; } = "";

    /// <summary>What goes into the package beside the assemblies, with <c>PackagePath</c>.</summary>
    [Output]
    public ITaskItem[] Parts { get; set; } = [];

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var files = PackageContents.Files(new StateFolder(project.StateFolder));
        var diagnostics = new DiagnosticBag();
        var whole = RequestedVersion.Length > 0 ? RequestedVersion : null;
        var change = NextVersion.Change(project);
        if (NextVersion.Choose(project, change, ModelVersion.Length > 0 ? ModelVersion : null, whole, diagnostics) is not { } numbers)
        {
            log.Findings(diagnostics);
            return false;
        }

        var options = new PackOptions
        {
            Name = PackageId,
            ModelVersion = numbers,
            PackageVersion = whole,
            Prerelease = LabelOfRun(),
            Files = files.Concat(Assemblies.Select(Library)).ToDictionary(StringComparer.Ordinal),
            License = project.License,
            DataLicense = DataLicense(files[PartNames.Data]),
            Origin = ReadOrigin(diagnostics),
            OutputFolder = OutputFolder,
        };
        var label = PackageLabel.Write(options, diagnostics);
        if (label is not null)
            RefuseSecrets(project, files.Values.Concat(new[] { label.EnvelopeFile, label.ProvenanceFile }.OfType<string>()), diagnostics);
        log.Findings(diagnostics);
        if (label is null || diagnostics.HasErrors)
            return false;
        Version = label.Version;
        Description = Describe(files[PartNames.Signature], options.DataLicense);
        Parts = [.. AllParts(files, label)];
        Provenance = label.ProvenanceFile ?? "";
        log.Line("package", $"{PackageId} {Version}, {(change is null ? "" : $"{VersionWords.Of(change)}, ")}evidence {label.Evidence[..12]}…");
        return true;
    }

    private string? LabelOfRun() => PrereleaseLabel switch
    {
        "" => Prerelease.OfRun(Environment.GetEnvironmentVariable),
        Prerelease.Local => null,
        _ => PrereleaseLabel,
    };

    private static IEnumerable<ITaskItem> AllParts(IReadOnlyDictionary<string, string> files, PackResult label)
    {
        foreach (var (part, file) in files.Where(pair => pair.Key != PartNames.Sbom))
            yield return Part(part, file);
        yield return Part(PartNames.Sbom, label.SbomFile);
        yield return Part(PartNames.Manifest, label.ManifestFile);
        if (label.EnvelopeFile is { } envelope)
            yield return Part(PartNames.Envelope, envelope);
        if (label.ProvenanceFile is { } provenance)
            yield return Part(PartNames.Provenance, provenance);
    }

    private static void RefuseSecrets(ModelProject project, IEnumerable<string> files, DiagnosticBag diagnostics)
    {
        var guard = new SecretGuard(SecretScanner.OfProcess(), diagnostics);
        foreach (var file in files)
            guard.File(file, project.Display(file));
    }

    private static KeyValuePair<string, string> Library(ITaskItem assembly)
    {
        var target = assembly.GetMetadata("TargetPath") is { Length: > 0 } path ? path : Path.GetFileName(assembly.ItemSpec);
        var file = assembly.GetMetadata("FinalOutputPath") is { Length: > 0 } final ? final : assembly.ItemSpec;
        return new($"lib/{assembly.GetMetadata("TargetFramework")}/{target.Replace('\\', '/')}", file);
    }

    private BuildOrigin ReadOrigin(DiagnosticBag diagnostics)
    {
        if (Origin is null)
            return new BuildOrigin();
        string? Get(string name) => Origin.GetMetadata(name) is { Length: > 0 } value ? value : null;
        var time = OriginTime.Parse(Get("Time"));
        if (time is null && Get("Time") is { } text)
        {
            diagnostics.Error(
                PackageCodes.InvalidTime,
                $"MlOpsTime is '{text}'; expected a time such as 2026-03-14T10:12:00Z. Mend it, or leave it out.",
                new SourcePosition(Project.ItemSpec));
        }

        return new BuildOrigin { Commit = Get("Commit"), Ref = Get("Ref"), Run = Get("Run"), Actor = Get("Actor"), Time = time }
            .Or(EnvironmentOrigin.Read(Environment.GetEnvironmentVariable));
    }

    private static string? DataLicense(string dataFile) => File.Exists(dataFile)
        ? JsonSerializer.Deserialize(File.ReadAllBytes(dataFile), ContractsJson.Default.DataSummary)?.License
        : null;

    private static string Describe(string signatureFile, string? dataLicense)
    {
        var signature = JsonSerializer.Deserialize(File.ReadAllBytes(signatureFile), ContractsJson.Default.ModelSignature)!;
        var license = dataLicense is null ? "" : $" Trained on data under {dataLicense}.";
        return $"Predicts {signature.Label} ({signature.Task.ToString().ToLowerInvariant()}) from {signature.Inputs.Count} columns.{license} "
            + "A model package made with MlOps.Build.";
    }

    private static TaskItem Part(string packagePath, string file)
    {
        var item = new TaskItem(file);
        item.SetMetadata("PackagePath", packagePath);
        item.SetMetadata("Pack", "true");
        return item;
    }
}
