using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Labels;

/// <summary>The label of a regression: the column's number as float32.</summary>
internal sealed class NumberLabel(Table table, Column column, SourcePosition position, DiagnosticBag diagnostics)
{
    public Label? Build()
    {
        if (ReadNumber() is not { } number)
        {
            diagnostics.Error(
                FeatureCodes.LabelType,
                $"the label '{column.Name}' has the type {column.Type}; a regression needs a number. "
                + "Change 'task', or name another column.",
                position);
            return null;
        }

        var values = new float[column.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = column.IsMissing(row) ? float.NaN : (float)number(row);
            if (!column.IsMissing(row) && !float.IsFinite(values[row]))
                return NotFinite(row, number(row));
        }

        return IsConstant(values) ? Constant() : new Label { Values = values, Classes = [] };
    }

    private Func<int, double>? ReadNumber() => column switch
    {
        Int64Column values => row => values.Values[row],
        Float32Column values => row => values.Values[row],
        Float64Column values => row => values.Values[row],
        _ => null,
    };

    private static bool IsConstant(float[] values)
    {
        var present = values.Where(value => !float.IsNaN(value));
        var first = present.First();
        return present.All(value => value == first);
    }

    private Label? NotFinite(int row, double value)
    {
        diagnostics.Error(
            FeatureCodes.LabelType,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the label '{column.Name}' is {value}; expected a number of at most 3.4e38. Fix the row, or make it missing."),
            new SourcePosition(table.Origins.File(row), table.Origins.Line(row)));
        return null;
    }

    private Label? Constant()
    {
        diagnostics.Error(
            FeatureCodes.LabelOneClass,
            $"every row has the same label '{column.Name}'. There is nothing to learn; name another column, or check the data.",
            position);
        return null;
    }
}
