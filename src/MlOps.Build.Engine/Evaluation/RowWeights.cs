using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>Takes from the data how much each row counts.</summary>
/// <param name="config">Where the setting stands.</param>
/// <param name="setting">The setting that names the column.</param>
/// <param name="name">The column; null when all rows count the same.</param>
/// <param name="table">The data.</param>
/// <param name="narrow">Whether weights are used as float32, and have to be numbers as such.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class RowWeights(TrainingConfig config, string setting, string? name, Table table, bool narrow, DiagnosticBag diagnostics)
{
    /// <summary>Those of metrics.</summary>
    public static RowWeights OfMetrics(TrainingConfig config, Table table, DiagnosticBag diagnostics) =>
        new(config, "evaluation.weight", config.Evaluation.Weight, table, narrow: false, diagnostics);

    /// <summary>Those of training.</summary>
    public static RowWeights OfTraining(TrainingConfig config, Table table, DiagnosticBag diagnostics) =>
        new(config, "weight", config.Weight, table, narrow: true, diagnostics);

    /// <summary>One weight a row, finite and at least 0; null when all count the same, or with an error.</summary>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="part">What they are called in messages.</param>
    public double[]? Of(int[] rows, string part)
    {
        if (name is null || table.Find(name) is not { } column)
            return null;
        var weights = Array.ConvertAll(rows, row => column.IsMissing(row) ? double.NaN : Number(column, row));
        var problem = Array.FindIndex(weights, weight => !double.IsFinite(weight) || weight < 0);
        if (problem >= 0)
            return Invalid(column, rows[problem], weights.Count(weight => !double.IsFinite(weight) || weight < 0), rows.Length, part);
        if (weights.Length == 0 || weights.Any(weight => weight > 0))
            return weights;
        Error($"'{name}' is 0 in all {rows.Length} {part} rows, so nothing counts. Name another column in '{setting}', or remove it.");
        return null;
    }

    private double[]? Invalid(Column column, int row, int count, int all, string part)
    {
        // The value itself is not shown: the column may be a sensitive one.
        var value = column.IsMissing(row) ? "empty" : Number(column, row) < 0 ? "below 0" : "no finite number";
        Error($"'{column.Name}' is {value} at {table.Origins.File(row)}({table.Origins.Line(row)}); a weight is a number from 0. "
            + $"{count} of {all} {part} rows. Correct the rows, or name another column in '{setting}'.");
        return null;
    }

    private double Number(Column column, int row)
    {
        var value = column switch
        {
            Int64Column values => values.Values[row],
            Float32Column values => values.Values[row],
            Float64Column values => values.Values[row],
            _ => double.NaN,
        };
        return narrow ? (float)value : value;
    }

    private void Error(string message) => diagnostics.Error(EvaluationCodes.InvalidWeight, message, config.PositionOf(setting));
}
