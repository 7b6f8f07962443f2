using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines.Champions;

/// <summary>Packs what the stages of a tiny model left, by the code that packs real ones.</summary>
internal static class PackedTinyModel
{
    /// <summary>Runs all stages and puts the package into the model's feed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">The package's version.</param>
    /// <param name="change">Changes parts before they are labelled, so that manifest and digest hold.</param>
    public static string Pack(this TinyModel model, string version = "1.4.2", Action<Dictionary<string, string>>? change = null)
    {
        model.RunTo(StageNames.Report).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var parts = PackageContents.Files(new StateFolder(model.Project.StateFolder)).ToDictionary(StringComparer.Ordinal);
        change?.Invoke(parts);
        var options = new PackOptions
        {
            Name = model.Project.Name,
            ModelVersion = "1.4.2",
            PackageVersion = version,
            Files = parts,
            OutputFolder = model.File("labelled"),
        };
        var labelled = PackageLabel.Write(options, new DiagnosticBag()).ShouldNotBeNull();
        parts[PartNames.Manifest] = labelled.ManifestFile;
        parts[PartNames.Sbom] = labelled.SbomFile;
        Directory.CreateDirectory(model.Feed);
        var path = Path.Combine(model.Feed, $"{model.Project.Name}.{version}.nupkg");
        File.Delete(path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (part, file) in parts)
            archive.CreateEntryFromFile(file, part);
        return path;
    }

    /// <summary>Puts a changed copy of a JSON part in its place.</summary>
    public static void Replace<T>(
        this Dictionary<string, string> parts, TinyModel model, string part, JsonTypeInfo<T> type, Func<T, T> change)
        where T : class
    {
        var value = JsonSerializer.Deserialize(File.ReadAllText(parts[part]), type).ShouldNotBeNull();
        parts.Replace(model, part, JsonSerializer.SerializeToUtf8Bytes(change(value), type));
    }

    public static void Replace(this Dictionary<string, string> parts, TinyModel model, string part, byte[] bytes)
    {
        model.Write("changed", bytes);
        parts[part] = model.File("changed");
    }

    /// <summary>Builds on with the champion of the feed.</summary>
    public static TinyModel AgainstFeed(this TinyModel model)
    {
        model.With = project => project with { Feed = model.Feed };
        return model;
    }

    public static EvaluationSummary Evaluation(this TinyModel model) =>
        model.Read(StageNames.Evaluate, StageFiles.EvaluationSummary, ContractsJson.Default.EvaluationSummary);

    public static T Read<T>(this TinyModel model, string stage, string file, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(File.ReadAllBytes(new StateFolder(model.Project.StateFolder).File(stage, file)), type).ShouldNotBeNull();
}
