using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>Comparisons in row conditions.</summary>
internal static class Comparisons
{
    /// <summary>Null, with a fault, when the sides cannot be compared.</summary>
    public static ConditionNode? Node(
        Operand left, string sign, Operand right, IReadOnlyList<BatchColumn> columns, ConditionDialect dialect, out string? fault)
    {
        fault = null;
        if (left.IsColumn && right.IsColumn)
            return new PairNode(left.Column, right.Column, PairOrder.Of(left.Column, right.Column, columns), sign, dialect);
        if (!left.IsColumn && !right.IsColumn)
            fault = "a comparison needs a column.";
        if (!left.IsColumn)
            (left, right, sign) = (right, left, Mirrored(sign));
        return fault is null ? WithValue(left.Column, sign, right.Value, columns[left.Column], dialect, out fault) : null;
    }

    public static ConditionNode InSet(int column, IEnumerable<Scalar> values, IReadOnlyList<BatchColumn> columns, ConditionDialect dialect) =>
        new TestNode(column, ValueTests.InSet(columns[column].Type, values, inside: true), dialect, missingHolds: false);

    private static ConditionNode? WithValue(
        int index, string sign, Scalar value, BatchColumn column, ConditionDialect dialect, out string? fault)
    {
        fault = null;
        if (sign is "==" or "=" or "!=" or "<>")
        {
            var different = sign is "!=" or "<>";
            return new TestNode(index, ValueTests.InSet(column.Type, [value], inside: !different), dialect, missingHolds: different);
        }

        var limits = sign[0] == '<' ? new Limits(null, value, StrictMaximum: sign == "<") : new Limits(value, null, StrictMinimum: sign == ">");
        if (limits.Fit(column.Type))
            return new TestNode(index, ValueTests.Between(column.Type, limits), dialect, missingHolds: false);
        fault = $"column {Shown.Text(column.Name)} is {ColumnTypes.Name(column.Type)} and cannot be compared with {value}.";
        return null;
    }

    private static string Mirrored(string sign) => sign switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => sign,
    };
}
