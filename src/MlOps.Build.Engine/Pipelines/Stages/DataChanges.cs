using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Comparison;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Pipelines.Champions;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>What changed in a build's data: row by row since an earlier file, or by profile since the champion.</summary>
internal static class DataChanges
{
    /// <summary>Null when there is nothing to compare with, or when a profile alone shows no change.</summary>
    public static DataDiff? Of(Workspace workspace, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (workspace.Project.ReferenceData is { } file)
            return SinceFile(workspace, file, diagnostics, cancellation);
        return PackedProfile.Find(workspace.Project)?.Profile is { } before
            ? SinceProfile(before, workspace.Read(StageNames.Package, StageFiles.Profile, ContractsJson.Default.TrainingProfile))
            : null;
    }

    private static DataDiff? SinceFile(Workspace workspace, string file, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var (name, found) = (workspace.Project.Display(file), new DiagnosticBag());
        if (workspace.Schema(found) is not { } schema || workspace.Table(schema, found, cancellation) is not { } table)
            return null;
        var exists = File.Exists(file) || Directory.Exists(file);
        var earlier = exists ? Read(new DataSource(file, name), schema, found, cancellation) : null;
        IReadOnlySet<string> sensitive = schema.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var diff = earlier is null ? null
            : new TableComparer(new TableBatches(earlier), new TableBatches(table), schema.Table.Key, sensitive).Compare(name, found, cancellation);
        if (diff is null)
        {
            var reason = exists ? found.FirstOrDefault(finding => finding.Severity == DiagnosticSeverity.Error)?.Message ?? "it cannot be read" : "it does not exist";
            diagnostics.Warning(DriftCodes.ReferenceData, $"MlOpsReferenceData is '{name}': {reason} The report shows no changes of the data.", new SourcePosition(name));
            return null;
        }

        return diff with { Drift = TableDrift.Compare(earlier!, table, new DriftConfig()) };
    }

    // An earlier file may have other columns: then its types are inferred. What is wrong with its values was the earlier build's to say.
    private static Table? Read(DataSource file, DataSchema schema, DiagnosticBag found, CancellationToken cancellation) =>
        TableReader.Read([file], schema, found, cancellation) is { } read && !found.HasErrors ? read : TableReader.Read([file], null, found, cancellation);

    private static DataDiff? SinceProfile(TrainingProfile before, TrainingProfile now)
    {
        List<ColumnChange> columns =
        [
            .. now.Columns.Select(column => (column, Old: before.Columns.FirstOrDefault(other => other?.Name == column.Name)))
                .Where(pair => pair.Old is null || pair.Old.Type != pair.column.Type)
                .Select(pair => new ColumnChange { Column = pair.column.Name, Before = pair.Old?.Type, After = pair.column.Type }),
            .. before.Columns.Where(column => column is not null && now.Columns.All(other => other.Name != column.Name))
                .Select(column => new ColumnChange { Column = column.Name, Before = column.Type }),
        ];
        return columns.Count == 0 && before.Rows == now.Rows
            ? null
            : new DataDiff { Reference = "the champion's package", ReferenceRows = before.Rows, Rows = now.Rows, Columns = columns };
    }
}
