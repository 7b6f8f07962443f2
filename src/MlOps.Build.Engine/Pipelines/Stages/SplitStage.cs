using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Packaging.Rows;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Builds the label and divides the rows.</summary>
internal sealed class SplitStage : IStage
{
    public string Name => StageNames.Split;

    public int Version => 2;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema
            || workspace.Configuration(diagnostics) is not { } config
            || !ConfigChecker.CheckColumns(config, schema, diagnostics)
            || !CanBeJudged(workspace, config, diagnostics)
            || workspace.Card(diagnostics) is null)
        {
            return null;
        }

        return new StageInputs
        {
            Upstream = [new(StageNames.Data, StageFiles.DataSummary)],
            Options =
            [
                StageInputs.Option("schema", SchemaFile.Write(schema)),
                StageInputs.Option("task", config.Task),
                StageInputs.Option("label", config.Label),
                StageInputs.Option("weight", config.Weight ?? ""),
                StageInputs.Option("lists", config.Evaluation.Ranking?.Group ?? ""),
                StageInputs.Option("split", config.Split),
                StageInputs.Option("seed", config.Seed),
            ],
        };
    }

    // Checklist and model card are no input of this stage, but whoever mistypes a metric should not have to wait for the training to learn it.
    private static bool CanBeJudged(Workspace workspace, TrainingConfig config, DiagnosticBag diagnostics) =>
        !workspace.HasChecklistFile
        || (workspace.Checklist(diagnostics) is { } checklist && ChecklistCheck.Run(checklist, GateScope.Of(config), diagnostics));

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        var ignored = new DiagnosticBag();
        if (workspace.Schema(ignored) is not { } schema
            || workspace.Configuration(run.Diagnostics) is not { } config
            || workspace.Table(schema, run.Diagnostics, cancellationToken) is not { } table
            || LabelBuilder.Build(table, config, run.Diagnostics) is not { } label
            || Splitter.Split(table, schema, config, label, run.Diagnostics) is not { } split)
        {
            return null;
        }

        label = label with
        {
            Weights = Weights(config, table, split, run.Diagnostics),
            Lists = Lists(config, table, split),
        };
        if (run.Diagnostics.HasErrors)
            return null;
        var sensitive = schema.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var summary = split.Summary with { TestFingerprint = TestFingerprint.Of(table, split.Test, sensitive) };
        run.Write(StageFiles.SplitSummary, summary, ContractsJson.Default.SplitSummary);
        run.Write(StageFiles.Split, SplitFile.Write(label, split));
        return StageHeadlines.Split(split.Summary);
    }

    // The evaluation tells of test rows without a list; rows that are learned from without one make lists of their own.
    private static int[]? Lists(TrainingConfig config, Table table, Split split)
    {
        if (config.Evaluation.Ranking is not { } ranking || table.Find(ranking.Group) is not { } column)
            return null;
        var codes = ColumnCodes.Of(column).Codes;
        var lists = new int[table.RowCount];
        foreach (var row in split.Train.Concat(split.Validation))
            lists[row] = codes[row] < 0 ? -1 - row : codes[row];
        return lists;
    }

    // Only rows that are learned from, or stop the learning, need one.
    private static float[]? Weights(TrainingConfig config, Table table, Split split, DiagnosticBag diagnostics)
    {
        var source = RowWeights.OfTraining(config, table, diagnostics);
        var weights = new float[table.RowCount];
        foreach (var (rows, part) in new[] { (split.Train, "training"), (split.Validation, "validation") })
        {
            if (source.Of(rows, part) is not { } values)
                return null;
            for (var i = 0; i < rows.Length; i++)
                weights[rows[i]] = (float)values[i];
        }

        return weights;
    }
}
