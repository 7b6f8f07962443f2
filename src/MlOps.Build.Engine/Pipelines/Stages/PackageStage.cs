using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Boms;
using MlOps.Build.Engine.Packaging.Rows;
using MlOps.Build.Engine.Packaging.Signatures;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Makes the parts of the package that no other stage leaves: what is embedded in the assembly, and what the model was made from.</summary>
internal sealed class PackageStage : IStage
{
    public string Name => StageNames.Package;

    public int Version => 4;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema || workspace.Configuration(diagnostics) is not { } config)
            return null;
        return new StageInputs
        {
            // Lineage names all of them by their bytes, comments included.
            Files = ProjectLineage.Written(workspace.Project, config),
            Upstream =
            [
                new(StageNames.Profile, StageFiles.DataSummary),
                new(StageNames.Split, StageFiles.Split),
                new(StageNames.Split, StageFiles.SplitSummary),
                new(StageNames.Train, StageFiles.Model),
                new(StageNames.Train, StageFiles.TrainingSummary),
                new(StageNames.Evaluate, StageFiles.EvaluationSummary),
                new(StageNames.Gate, StageFiles.GateSummary),
            ],
            Options =
            [
                StageInputs.Option("name", workspace.Project.Name),
                StageInputs.Option("license", workspace.Project.License),
                StageInputs.Option("schema", SchemaFile.Write(schema)),
                StageInputs.Option("promised", PromisedSignature.Of(schema, config)),
                StageInputs.Option("stages", ProjectLineage.Keys(workspace.State)),
            ],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        var ignored = new DiagnosticBag();
        if (workspace.Schema(ignored) is not { } schema
            || workspace.Configuration(ignored) is not { } config
            || workspace.Table(schema, run.Diagnostics, cancellationToken) is not { } table)
        {
            return null;
        }

        var model = File.ReadAllBytes(workspace.State.File(StageNames.Train, StageFiles.Model));
        var evidence = Evidence(workspace, config, PromisedSignature.Of(schema, config), model, run.Diagnostics);
        if (evidence is null)
            return null;
        var bytes = File.ReadAllBytes(workspace.State.File(StageNames.Split, StageFiles.Split));
        var (_, split) = SplitFile.Read(bytes, evidence.Split);
        var sensitive = schema.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);

        var golden = GoldenRows.Make(table, split.Test, evidence.Signature, sensitive, GraphSession.Open(model));
        run.Write(StageFiles.Golden, golden, ContractsJson.Default.GoldenSet);
        run.Write(StageFiles.Signature, evidence.Signature, ContractsJson.Default.ModelSignature);
        run.Write(StageFiles.TrainingRows, TrainingRows.Build(table, split.Train, sensitive), ContractsJson.Default.TrainingRowFilter);
        run.Write(StageFiles.Profile, Profile(table, split.Train, sensitive), ContractsJson.Default.TrainingProfile);
        run.Write(StageFiles.Lineage, evidence.Lineage, ContractsJson.Default.Lineage);
        run.Write(StageFiles.FilledChecklist, FilledChecklist.Write(workspace.Project.Name, evidence.Gate));
        WriteManifestAndSbom(workspace.Project.Name, model, evidence, run);
        return StageHeadlines.Package(evidence.Signature, golden, model.LongLength);
    }

    private static PackageEvidence? Evidence(
        Workspace workspace, TrainingConfig config, ModelSignature promised, byte[] model, DiagnosticBag diagnostics)
    {
        var evaluation = workspace.Read(StageNames.Evaluate, StageFiles.EvaluationSummary, ContractsJson.Default.EvaluationSummary);
        var signature = TrainedSignature.Check(promised, OnnxModelReader.Read(model).Graph, evaluation.Classes, diagnostics);
        var training = workspace.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary);
        var data = workspace.Read(StageNames.Profile, StageFiles.DataSummary, ContractsJson.Default.DataSummary);
        return signature is null ? null : new PackageEvidence
        {
            Signature = signature with { Threshold = evaluation.Threshold },
            Data = data,
            Split = workspace.Read(StageNames.Split, StageFiles.SplitSummary, ContractsJson.Default.SplitSummary),
            Training = training,
            Evaluation = evaluation,
            Lineage = ProjectLineage.Of(workspace, config, data, training.Seed),
            Gate = workspace.Read(StageNames.Gate, StageFiles.GateSummary, ContractsJson.Default.GateSummary),
            License = workspace.Project.License,
        };
    }

    private static TrainingProfile Profile(Data.Table table, int[] trainRows, HashSet<string> sensitive) => new()
    {
        Rows = trainRows.Length,
        Columns = [.. table.Columns.Select(column => Profile(column.Take(trainRows), sensitive.Contains(column.Name)))],
    };

    private static ColumnProfile Profile(Data.Column column, bool sensitive) =>
        ColumnProfiler.Profile(column, sensitive) with { Bins = sensitive ? null : Bins.Of(column) };

    private static void WriteManifestAndSbom(string name, byte[] model, PackageEvidence evidence, StageRun run)
    {
        var part = new PackagePart(PartNames.Model, model).Describe();
        run.Write(StageFiles.Sbom, SbomVersion.Write(SbomDocument.Create(name, part, evidence)));
        var manifest = new ModelManifest
        {
            Name = name,
            License = evidence.License,
            DataLicense = evidence.Data.License,
            Parts =
            [
                new PackagePart(PartNames.Golden, File.ReadAllBytes(run.PathOf(StageFiles.Golden))).Describe(),
                part,
                new PackagePart(PartNames.Signature, File.ReadAllBytes(run.PathOf(StageFiles.Signature))).Describe(),
            ],
        };
        run.Write(StageFiles.Manifest, PackageLabel.ManifestBytes(manifest));
    }
}
