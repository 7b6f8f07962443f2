using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>
/// A key of 64 bits for each row of a batch, of one column or several. Rows that are equal have equal keys; of texts and of several columns
/// also others may, with a chance of 2^-64, which another seed makes independent.
/// </summary>
internal sealed class RowKeyReader(IReadOnlyList<int> columns, ulong seed)
{
    private const ulong MissingKey = 0x6D697373696E6721;
    private ulong[] _keys = [];
    private readonly TextKeys?[] _texts = new TextKeys?[columns.Count];

    /// <summary>The keys; those of a single column's missing rows mean nothing.</summary>
    public ReadOnlySpan<ulong> Read(RowBatch batch)
    {
        if (_keys.Length < batch.Rows)
            _keys = new ulong[Math.Max(batch.Rows, _keys.Length * 2)];
        var keys = _keys.AsSpan(0, batch.Rows);
        if (columns.Count == 1)
        {
            Fill(batch.Columns[columns[0]], 0, keys);
            return keys;
        }

        keys.Fill(seed);
        var own = new ulong[batch.Rows];
        for (var i = 0; i < columns.Count; i++)
        {
            var column = batch.Columns[columns[i]];
            Fill(column, i, own);
            for (var row = 0; row < own.Length; row++)
                keys[row] = KeyHash.Combine(keys[row], column.IsMissing(row) ? MissingKey : own[row]);
        }

        return keys;
    }

    private void Fill(ColumnBatch column, int index, Span<ulong> keys)
    {
        switch (column)
        {
            case TextBatch texts:
                (_texts[index] ??= new TextKeys(seed)).Fill(texts, keys);
                break;
            case ValueBatch<long> values:
                System.Runtime.InteropServices.MemoryMarshal.Cast<long, ulong>(values.Values).CopyTo(keys);
                break;
            case ValueBatch<int> values:
                Fill(values.Values, keys, value => (ulong)value);
                break;
            case ValueBatch<bool> values:
                Fill(values.Values, keys, value => value ? 1UL : 0);
                break;
            case ValueBatch<float> values:
                Fill(values.Values, keys, value => BitConverter.DoubleToUInt64Bits(value + 0.0));
                break;
            case ValueBatch<double> values:
                Fill(values.Values, keys, value => BitConverter.DoubleToUInt64Bits(value + 0.0));
                break;
            default:
                throw new ArgumentException($"Columns of type {column.Type} have no keys.", nameof(column));
        }
    }

    private static void Fill<T>(ReadOnlySpan<T> values, Span<ulong> keys, Func<T, ulong> key)
    {
        for (var row = 0; row < values.Length; row++)
            keys[row] = key(values[row]);
    }
}
