using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Pipelines.Members;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Learns preprocessing from the training rows, and applies it to all rows by the interpreter that serves.</summary>
internal sealed class FeatureStage : IStage
{
    public string Name => StageNames.Features;

    public int Version => 2;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Configuration(diagnostics) is not { } config)
            return null;
        return new StageInputs
        {
            // Whole, for the lines at which the contract says why a column is no feature.
            Files = workspace.HasSchemaFile ? [workspace.Project.SchemaFile] : [],
            Upstream = [new(StageNames.Data, StageFiles.DataSummary), new(StageNames.Split, StageFiles.Split)],
            Options =
            [
                StageInputs.Option("task", config.Task),
                StageInputs.Option("label", config.Label),
                StageInputs.Option("split", config.Split),
                StageInputs.Option("features", config.Features),
                StageInputs.Option("exclude", config.Exclude),
                StageInputs.Option("judged by", $"{config.Evaluation.Ranking?.Group}\n{config.Evaluation.Weight}\n{config.Weight}"),
                StageInputs.Option("allow leakage", config.AllowLeakage),
                StageInputs.Option("trainers", TrainerFiles.Of(config).Select(files => $"{files.Trainer.Name} {TrainerTraits.Of(files.Trainer)}")),
                StageInputs.Option("models", config.Ensemble?.Members.Select(member => $"{member.Name} {member.Model?.Sha256}") ?? []),
                StageInputs.Option("overlap", $"{config.Evaluation.ChampionOverlapLimit:R}"),
                StageInputs.Option("seed", config.Seed),
            ],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        var ignored = new DiagnosticBag();
        if (workspace.Schema(ignored) is not { } schema || workspace.Configuration(ignored) is not { } config)
            return null;
        if (workspace.Table(schema, run.Diagnostics, cancellationToken) is not { } table)
            return null;
        var (label, split) = workspace.Split();
        FeaturePipeline? chosen = null;
        foreach (var files in TrainerFiles.Of(config).DistinctBy(files => files.Matrix))
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Progress?.Report($"for {files.Trainer.DisplayName}");
            // The same columns leak and are left out for each trainer; once is enough to say so.
            var found = chosen is null ? run.Diagnostics : new DiagnosticBag();
            if (FeatureBuilder.Fit(table, schema, config, TrainerTraits.Of(files.Trainer), label, split, found) is not { } pipeline)
            {
                run.Diagnostics.AddRange(chosen is null ? [] : found);
                return null;
            }

            var inputs = pipeline.Signature.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
            if (TrainerTraits.Of(files.Trainer).Models && !new MemberFit(config, table, label.Classes, split, run.Diagnostics).Check(inputs))
                return null;
            chosen ??= pipeline;
            Write(run, files, pipeline, table);
        }

        run.Write(StageFiles.FeatureSummary, chosen!.Summary, ContractsJson.Default.FeatureSummary);
        run.Write(StageFiles.Signature, chosen.Signature, ContractsJson.Default.ModelSignature);
        return StageHeadlines.Features(chosen.Summary);
    }

    private static void Write(StageRun run, TrainerFiles files, FeaturePipeline pipeline, Data.Table table)
    {
        var rows = new int[table.RowCount];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = row;
        var bytes = OnnxModelWriter.Write(pipeline.Preprocessing);
        var session = GraphSession.Open(bytes);
        var matrix = FeatureTransformer.Transform(session, pipeline.Signature, pipeline.Summary, table, rows);
        run.Write(files.Preprocessing, bytes);
        MatrixFile.Write(run.PathOf(files.Matrix), matrix);
    }
}
