using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Packaging.Rows;

/// <summary>Makes and asks the filter of training rows.</summary>
internal static class TrainingRows
{
    private const int BitsPerRow = 16;
    private const int Hashes = 11;

    // (1 - e^(-11/16))^11 for 16 bits a row and 11 functions, the best number for that ratio; rounded up.
    private const double ExpectedFalsePositiveRate = 0.00046;

    /// <summary>A filter of the given rows over the columns that are not sensitive, by name.</summary>
    public static TrainingRowFilter Build(Table table, ReadOnlySpan<int> rows, IReadOnlySet<string> sensitive)
    {
        var columns = table.Columns
            .Where(column => !sensitive.Contains(column.Name))
            .OrderBy(column => column.Name, StringComparer.Ordinal)
            .ToList();
        var bytes = new byte[Math.Max(8, (((long)rows.Length * BitsPerRow) + 7) / 8)];
        var bits = bytes.LongLength * 8;
        foreach (var row in rows)
        {
            var hash = RowHash.Of(columns, row);
            for (var i = 0; i < Hashes; i++)
            {
                var bit = Bit(hash, i, bits);
                bytes[bit >> 3] |= (byte)(1 << (int)(bit & 7));
            }
        }

        return new TrainingRowFilter
        {
            Columns = [.. columns.Select(column => column.Name)],
            Rows = rows.Length,
            Bits = bits,
            Hashes = Hashes,
            FalsePositiveRate = ExpectedFalsePositiveRate,
            Data = bytes,
        };
    }

    /// <summary>The number of the given rows that the filter seems to know; null when the table lacks one of its columns.</summary>
    public static int? CountKnown(TrainingRowFilter filter, Table table, ReadOnlySpan<int> rows)
    {
        var columns = filter.Columns.Select(table.Find).OfType<Column>().ToList();
        if (columns.Count != filter.Columns.Count)
            return null;
        var known = 0;
        foreach (var row in rows)
        {
            if (Contains(filter, RowHash.Of(columns, row)))
                known++;
        }

        return known;
    }

    private static bool Contains(TrainingRowFilter filter, RowHash hash)
    {
        for (var i = 0; i < filter.Hashes; i++)
        {
            var bit = Bit(hash, i, filter.Bits);
            if ((filter.Data[bit >> 3] >> (int)(bit & 7) & 1) == 0)
                return false;
        }

        return true;
    }

    private static long Bit(RowHash hash, int function, long bits) =>
        (long)(unchecked(hash.First + ((ulong)function * hash.Second)) % (ulong)bits);
}
