using System.Numerics;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Relations;

/// <summary>Where values are missing, and which columns lack them together.</summary>
internal static class MissingFinder
{
    private const int MostColumns = 40;
    private const int MostBlocks = 60;
    private const int MostCompared = 300;
    private const int MostPairs = 20;

    /// <summary>Null when nothing is missing.</summary>
    public static MissingPattern? Find(Table table, IReadOnlySet<string> sensitive)
    {
        var columns = table.Columns.Where(column => column.Missing.Count > 0 && !sensitive.Contains(column.Name)).ToList();
        if (columns.Count == 0)
            return null;
        var rows = Math.Max(1, (table.RowCount + MostBlocks - 1) / MostBlocks);
        return new MissingPattern
        {
            Incomplete = columns.Count,
            RowsPerBlock = rows,
            Columns = [.. Most(columns, MostColumns).Select(column => new MissingColumn(column.Name, Blocks(column, rows)))],
            Together = Pairs(Most(columns, MostCompared), table.RowCount),
        };
    }

    private static List<Column> Most(List<Column> columns, int most) =>
        [.. columns.Index().OrderByDescending(item => item.Item.Missing.Count).Take(most).OrderBy(item => item.Index).Select(item => item.Item)];

    private static long[] Blocks(Column column, int rows)
    {
        var counts = new long[(column.Length + rows - 1) / rows];
        for (var row = 0; row < column.Length; row++)
            counts[row / rows] += column.IsMissing(row) ? 1 : 0;
        return counts;
    }

    private static List<ColumnRelation> Pairs(List<Column> columns, int rows)
    {
        var some = columns.Where(column => column.Missing.Count < rows).Select(column => (Column: column, Words: column.Missing.Words(0, rows))).ToList();
        return
        [
            .. some.SelectMany((second, i) => some.Take(i).Select(first => new ColumnRelation
            {
                First = first.Column.Name,
                Second = second.Column.Name,
                Measure = RelationMeasure.Missing,
                Value = Phi(Both(first.Words, second.Words), first.Column.Missing.Count, second.Column.Missing.Count, rows),
                Rows = rows,
            }))
            .OrderByDescending(pair => Math.Abs(pair.Value)).Take(MostPairs),
        ];
    }

    private static long Both(ulong[] first, ulong[] second)
    {
        var both = 0L;
        for (var i = 0; i < first.Length; i++)
            both += BitOperations.PopCount(first[i] & second[i]);
        return both;
    }

    private static double Phi(double both, double first, double second, double rows) =>
        ((rows * both) - (first * second)) / (Math.Sqrt(first * (rows - first)) * Math.Sqrt(second * (rows - second)));
}
