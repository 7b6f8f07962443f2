using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Packaging.Rows;

/// <summary>
/// The identity of a row: SHA-256 over its values in the given columns, each as UTF-8 text in the invariant culture before a U+001F, a
/// missing value as U+0000. The first two little-endian 64-bit words are used.
/// </summary>
internal readonly record struct RowHash(ulong First, ulong Second)
{
    public static RowHash Of(IReadOnlyList<Column> columns, int row)
    {
        var text = new StringBuilder();
        foreach (var column in columns)
            text.Append(column.Text(row) ?? "\0").Append('\u001f');
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return new RowHash(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
    }
}
