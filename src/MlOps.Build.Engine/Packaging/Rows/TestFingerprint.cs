using System.Buffers.Binary;
using System.Security.Cryptography;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Packaging.Rows;

/// <summary>The identity of a set of rows, whatever their order and the order of their columns.</summary>
internal static class TestFingerprint
{
    /// <summary>SHA-256 over the rows' hashes, ascending, 16 bytes each; a column that is sensitive takes no part.</summary>
    public static string Of(Table table, ReadOnlySpan<int> rows, IReadOnlySet<string> sensitive)
    {
        var columns = table.Columns
            .Where(column => !sensitive.Contains(column.Name))
            .OrderBy(column => column.Name, StringComparer.Ordinal)
            .ToList();
        var hashes = new (ulong First, ulong Second)[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var hash = RowHash.Of(columns, rows[i]);
            hashes[i] = (hash.First, hash.Second);
        }

        Array.Sort(hashes);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[16];
        foreach (var (first, second) in hashes)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, first);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], second);
            sum.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
