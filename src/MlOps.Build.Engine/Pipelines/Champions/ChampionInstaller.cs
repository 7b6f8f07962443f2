using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Signatures;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>
/// Puts a package's model and evidence where the stages would have left theirs, so that everything after them finds them there. The
/// receipts carry a key of their own, so a later training is never taken for up to date.
/// </summary>
internal sealed class ChampionInstaller(ModelProject project)
{
    private readonly StateFolder _state = new(project.StateFolder);

    /// <summary>Installs the package.</summary>
    /// <returns>What to say in one line; null, with errors, when the package cannot be used.</returns>
    public string? Install(string package, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (ModelPackageReader.Open(package, diagnostics) is not { } champion || !Fits(champion, diagnostics))
            return null;
        using var held = StateLock.Take(_state.LockFile, null, cancellationToken);
        _state.Sweep();
        var key = ContentHash.OfText("champion " + ContentHash.OfFile(package));
        if (!Parts(champion).All(stage => _state.Receipt(stage.Key)?.Key == key))
        {
            foreach (var stage in Parts(champion))
                Write(stage.Key, stage.Value, key);
        }

        var workspace = new Workspace(project with { Trainers = null }, new TableShelf());
        new Publisher(workspace).Publish();
        workspace.Hashes.Save();
        return $"{champion.Manifest.Name} {champion.Manifest.Version}, evidence {champion.Manifest.Evidence?[..12]}; nothing is trained";
    }

    /// <summary>The files of each stage's folder.</summary>
    private Dictionary<string, List<PackagePart>> Parts(ModelPackage champion)
    {
        var stages = new Dictionary<string, List<PackagePart>>(StringComparer.Ordinal);
        foreach (var (part, path) in PackageContents.Files(_state))
        {
            if (champion.Read(part) is { } bytes)
                Add(stages, Path.GetFileName(Path.GetDirectoryName(path)!), new PackagePart(Path.GetFileName(path), bytes));
        }

        Add(stages, StageNames.Package, new PackagePart(StageFiles.Manifest, VersionlessManifest(champion)));
        return stages;
    }

    private static void Add(Dictionary<string, List<PackagePart>> stages, string stage, PackagePart part)
    {
        if (!stages.TryGetValue(stage, out var parts))
            stages[stage] = parts = [];
        parts.Add(part);
    }

    // The manifest inside the assembly knows no version: the same model gives the same bits, whatever it is called.
    private static byte[] VersionlessManifest(ModelPackage champion)
    {
        var embedded = new[] { PartNames.Golden, PartNames.Model, PartNames.Signature };
        return PackageLabel.ManifestBytes(new ModelManifest
        {
            Name = champion.Manifest.Name,
            Parts = [.. champion.Manifest.Parts.Where(part => embedded.Contains(part.Path))],
        });
    }

    private void Write(string stage, List<PackagePart> parts, string key)
    {
        var folder = _state.Begin(stage);
        foreach (var part in parts)
            WholeFile.Write(Path.Combine(folder, part.Path), part.Bytes);
        _state.Finish(stage, new Receipt
        {
            Stage = stage,
            Key = key,
            Headline = "from the champion's package",
            Outputs = [.. parts.Select(part => part.Describe()).Select(part => new ReceiptOutput(part.Path, part.Sha256, part.Bytes))],
        });
    }

    /// <summary>The predictor is generated from contract and configuration: a model that takes something else would fail in use.</summary>
    private bool Fits(ModelPackage champion, DiagnosticBag diagnostics)
    {
        if (champion.Read(PartNames.Model) is not { } model)
        {
            diagnostics.Error(
                BuildCodes.ChampionUnreadable,
                $"holds no '{PartNames.Model}'. Use a package that 'dotnet pack' made of a model project.",
                new SourcePosition(champion.Name));
            return false;
        }

        var workspace = new Workspace(project with { Trainers = null }, new TableShelf());
        if (!workspace.HasSchemaFile || !workspace.HasConfigurationFile)
            return true;
        if (workspace.Schema(diagnostics) is not { } schema || workspace.Configuration(diagnostics) is not { } config)
            return false;
        var promised = PromisedSignature.Of(schema, config);
        var found = new DiagnosticBag();
        if (TrainedSignature.Check(promised, OnnxModelReader.Read(model).Graph, promised.Classes, found) is not null)
            return true;
        diagnostics.AddRange(found);
        diagnostics.Error(
            BuildCodes.ChampionUnreadable,
            "its model does not take what schema.yaml and training-config.yaml promise. Train with MlOpsMode=train, or use another version.",
            new SourcePosition(champion.Name));
        return false;
    }
}
