using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Labels;

/// <summary>Computes the label of every row.</summary>
internal static class LabelBuilder
{
    /// <summary>The labels; null, with errors, when they cannot be learned.</summary>
    public static Label? Build(Table table, TrainingConfig config, DiagnosticBag diagnostics)
    {
        var position = config.PositionOf("label.column");
        if (table.Find(config.Label.Column) is not { } column)
        {
            var hint = DidYouMean.Sentence(config.Label.Column, table.Columns.Select(known => known.Name));
            diagnostics.Error(
                FeatureCodes.UnknownColumn,
                $"the label's column '{config.Label.Column}' is not in the data.{hint} Name the column to predict in 'label'.",
                position);
            return null;
        }

        if (column.Missing.Count == column.Length)
        {
            diagnostics.Error(
                FeatureCodes.LabelAllMissing,
                $"none of the {column.Length} rows has a value in the label's column '{column.Name}'. "
                + "Name another column, or check the missing markers.",
                position);
            return null;
        }

        return config.Task == LearningTask.Regression
            ? new NumberLabel(table, column, position, diagnostics).Build()
            : new ClassLabel(column, config, diagnostics).Build();
    }
}
