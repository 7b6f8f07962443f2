using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads integers: up to 16 digits in a few vector operations, anything else by the parser.</summary>
internal sealed class Int64Reader(BatchColumn column, MissingMarkers markers)
    : ValueReader<long>(new ValueBatch<long>(column, BatchText.Int64), markers, 0)
{
    protected override void FillValues(in BlockRows rows, int column)
    {
        ref var first = ref MemoryMarshal.GetReference(rows.Bytes);
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Ends), rows.First + column);
        var (values, numeric) = (Values, Markers.Numeric);
        for (var row = 0; row < rows.Count; row++, at = ref Unsafe.Add(ref at, rows.Stride))
        {
            var (start, end) = (at + 1, Unsafe.Add(ref at, 1));
            var minus = Unsafe.Add(ref first, start) == '-' ? 1 : 0;
            if (!numeric && ShortNumber.TryRead(ref Unsafe.Add(ref first, end), end - start - minus, out var digits, out var decimals)
                && decimals < 0)
            {
                values[row] = minus != 0 ? -digits : digits;
            }
            else
            {
                ReadRare(row, rows.Bytes[start..end]);
            }
        }
    }

    protected override ParseOutcome Parse(int row, ReadOnlySpan<byte> content, out long value) => NumberParser.Int64(content, out value);
}
