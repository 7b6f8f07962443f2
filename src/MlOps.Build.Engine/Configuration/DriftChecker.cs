using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that each column's method of drift can judge its values.</summary>
internal static class DriftChecker
{
    public static void Check(TrainingConfig config, DataSchema schema, DiagnosticBag diagnostics)
    {
        foreach (var (name, method) in config.Drift?.Columns ?? new Dictionary<string, DriftMethod>())
        {
            if (schema.Find(name) is { } column && !method.Takes(KindOf(column.Type)))
            {
                diagnostics.Error(
                    DriftCodes.MethodKind,
                    $"'drift.columns.{name}': {DriftMethods.KindProblem(method.Name, KindOf(column.Type))}",
                    config.PositionOf($"drift.columns.{name}"));
            }
        }
    }

    public static DriftKind KindOf(ColumnType type) => type is ColumnType.String or ColumnType.Boolean ? DriftKind.Category : DriftKind.Number;
}
