using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Splitting;

/// <summary>The column that a split goes by, and what can be wrong with it.</summary>
internal sealed class SplitColumn(SplitInput input, DiagnosticBag diagnostics)
{
    private SourcePosition Position => input.Config.PositionOf("split.column");

    public Column? Find()
    {
        var name = input.Config.Split.Column ?? "";
        if (input.Table.Find(name) is { } column)
            return column;
        var hint = DidYouMean.Sentence(name, input.Table.Columns.Select(known => known.Name));
        diagnostics.Error(FeatureCodes.UnknownColumn, $"'split' names the column '{name}', which the data does not have.{hint}", Position);
        return null;
    }

    public SplitParts? WrongType(Column column, string need)
    {
        diagnostics.Error(
            FeatureCodes.SplitColumnType,
            $"'{column.Name}' has the type {column.Type}; {need}. Name another column, or correct its type in schema.yaml.",
            Position);
        return null;
    }

    /// <summary>False, with the first row that lacks a value, when a labelled row has none.</summary>
    public bool IsComplete(Column column)
    {
        var missing = input.Labelled.Where(column.IsMissing).ToList();
        if (missing.Count == 0)
            return true;
        diagnostics.Error(
            FeatureCodes.SplitColumnMissing,
            $"'{column.Name}' has no value; the split goes by it. {missing.Count} of {input.Labelled.Length} labelled rows. "
            + "Fill the value in, remove the row, or split another way.",
            input.PositionOf(missing[0]));
        return false;
    }
}
