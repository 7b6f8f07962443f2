using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Splitting;

/// <summary>
/// A hash of each row's values and the seed. Rows are drawn in its order, so which part a row belongs to depends on what it holds and not
/// on where it stands in the file.
/// </summary>
internal static class RowHash
{
    private const ulong MissingValue = 0x9E3779B97F4A7C15UL;

    public static ulong[] Of(IReadOnlyList<Column> columns, long seed)
    {
        var hashes = new ulong[columns[0].Length];
        Array.Fill(hashes, Mix(unchecked((ulong)seed)));
        foreach (var column in columns)
        {
            var (value, name) = (ValueHash(column), OfText(column.Name));
            for (var row = 0; row < hashes.Length; row++)
                hashes[row] = Mix(unchecked(hashes[row] + name + (column.IsMissing(row) ? MissingValue : value(row))));
        }

        return hashes;
    }

    /// <summary>True when two rows hold the same in every column.</summary>
    public static bool AreEqual(IReadOnlyList<Column> columns, int left, int right)
    {
        foreach (var column in columns)
        {
            if (column.IsMissing(left) != column.IsMissing(right) || (!column.IsMissing(left) && !SameValue(column, left, right)))
                return false;
        }

        return true;
    }

    private static Func<int, ulong> ValueHash(Column column)
    {
        switch (column)
        {
            case StringColumn text:
                var hashes = text.Dictionary.Select(OfText).ToArray();
                return row => hashes[text.Values[row]];
            case BooleanColumn values:
                return row => values.Values[row] ? 1UL : 2UL;
            case Int64Column values:
                return row => unchecked((ulong)values.Values[row]);
            case Float32Column values:
                return row => BitConverter.DoubleToUInt64Bits(values.Values[row] + 0.0);
            case Float64Column values:
                return row => BitConverter.DoubleToUInt64Bits(values.Values[row] + 0.0);
            case DateColumn values:
                return row => unchecked((ulong)values.Values[row]);
            case TimestampColumn values:
                return row => unchecked((ulong)values.Values[row].UtcTicks);
            default:
                throw new ArgumentException($"Columns of type {column.Type} have no hash.", nameof(column));
        }
    }

    private static bool SameValue(Column column, int left, int right) => column switch
    {
        StringColumn values => values.Values[left] == values.Values[right],
        BooleanColumn values => values.Values[left] == values.Values[right],
        Int64Column values => values.Values[left] == values.Values[right],
        Float32Column values => values.Values[left].Equals(values.Values[right]),
        Float64Column values => values.Values[left].Equals(values.Values[right]),
        DateColumn values => values.Values[left] == values.Values[right],
        TimestampColumn values => values.Values[left].UtcTicks == values.Values[right].UtcTicks,
        _ => throw new ArgumentException($"Columns of type {column.Type} cannot be compared.", nameof(column)),
    };

    // FNV-1a over UTF-16 code units; Mix spreads what it leaves close together.
    private static ulong OfText(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return Mix(hash);
    }

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
