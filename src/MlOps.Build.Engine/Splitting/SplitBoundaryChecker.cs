using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Checks that nothing stands on both sides of a split: no time, no group, no key, no equal rows.</summary>
internal sealed class SplitBoundaryChecker(SplitInput input, Split split, DiagnosticBag diagnostics)
{
    private const string KeyWay = "Remove one of the rows, or split by the key as a group.";
    private const string RowWay = "Keep equal rows together, or give the contract a key.";

    private readonly SplitPart[] _partOf = PartOf(input, split);

    public void Check()
    {
        var column = input.Config.Split.Column is { } name ? input.Table.Find(name) : null;
        if (input.Config.Split.Method == SplitMethod.Time && column is not null)
            CheckTime(column);
        if (input.Config.Split.Method == SplitMethod.Group && column is not null)
            CheckUndivided([column], FeatureCodes.SplitGroupDivided, $"the group {column.Name}", "Split by that column as a group.");
        if (input.Key.Count > 0)
            CheckUndivided(input.Key, FeatureCodes.SplitGroupDivided, "the key of the contract", KeyWay);
        else
            CheckUndivided(input.Table.Columns, FeatureCodes.SplitEqualRowsDivided, "", RowWay);
    }

    private void CheckTime(Column column)
    {
        var time = new TimeOrder(column);
        var parts = SplitChecker.Rows(split).Where(part => part.Rows.Length > 0).ToList();
        if (!time.Exists || parts.Any(part => part.Rows.Any(column.IsMissing)))
        {
            var message = $"'{column.Name}' gives no order in time to every row of the split. Name another column.";
            diagnostics.Error(FeatureCodes.SplitColumnType, message, input.Config.Split.Position);
            return;
        }

        foreach (var (earlier, later) in parts.Zip(parts.Skip(1)))
        {
            var (last, first) = (earlier.Rows.MaxBy(row => time[row]), later.Rows.MinBy(row => time[row]));
            if (time[last] < time[first])
                continue;
            diagnostics.Error(
                FeatureCodes.SplitTimeBackwards,
                $"time runs backwards: '{column.Name}' is {input.Show(column, last)} in {Name(earlier.Part)} "
                + $"and {input.Show(column, first)} "
                + $"in {Name(later.Part)} ({input.PositionOf(first)}). Split by time again.",
                input.PositionOf(last));
        }
    }

    private void CheckUndivided(IReadOnlyList<Column> columns, string code, string what, string way)
    {
        var pairs = EqualRows.Pairs(input.Labelled, columns);
        var divided = pairs.Where(pair => _partOf[pair.First] != _partOf[pair.Row]).Take(1).ToList();
        if (divided.Count == 0)
            return;
        var (first, row) = divided[0];
        var value = string.Join(", ", columns.Select(column => input.Show(column, row)));
        var other = input.PositionOf(first);
        var thing = what.Length == 0 ? $"the row is equal to the one at {other}" : $"{what} is {value}, as at {other}";
        diagnostics.Error(code, $"{thing}, but they are in {Name(_partOf[first])} and {Name(_partOf[row])}. {way}", input.PositionOf(row));
    }

    private static SplitPart[] PartOf(SplitInput input, Split split)
    {
        var parts = new SplitPart[input.Table.RowCount];
        foreach (var (part, rows) in SplitChecker.Rows(split))
        {
            foreach (var row in rows)
                parts[row] = part;
        }

        return parts;
    }

    private static string Name(SplitPart part) => part.ToString().ToLowerInvariant();
}
