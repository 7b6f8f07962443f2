using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Finds labelled rows that are equal to an earlier one in every column.</summary>
internal static class EqualRows
{
    /// <summary>How many rows are equal to an earlier one.</summary>
    public static int Count(SplitInput input) => Pairs(input).Count();

    /// <summary>Each such row with the first row that it is equal to.</summary>
    public static IEnumerable<(int First, int Row)> Pairs(SplitInput input) => Pairs(input.Labelled, input.Table.Columns);

    /// <summary>Rows equal in the given columns, each with the first row that it is equal to.</summary>
    public static IEnumerable<(int First, int Row)> Pairs(IReadOnlyList<int> rows, IReadOnlyList<Column> columns)
    {
        var hashes = RowHash.Of(columns, 0);
        var first = new Dictionary<int, int>(rows.Count, new Comparer(columns, hashes));
        foreach (var row in rows)
        {
            if (!first.TryAdd(row, row))
                yield return (first[row], row);
        }
    }

    private sealed class Comparer(IReadOnlyList<Column> columns, ulong[] hashes) : IEqualityComparer<int>
    {
        public bool Equals(int left, int right) => hashes[left] == hashes[right] && RowHash.AreEqual(columns, left, right);

        public int GetHashCode(int row) => hashes[row].GetHashCode();
    }
}
