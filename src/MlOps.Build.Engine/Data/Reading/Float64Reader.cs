using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads numbers: up to 16 characters without exponent in a few vector operations, anything else by the parser.</summary>
internal sealed class Float64Reader(BatchColumn column, MissingMarkers markers)
    : ValueReader<double>(new ValueBatch<double>(column, BatchText.Float64), markers, double.NaN)
{
    protected override void FillValues(in BlockRows rows, int column)
    {
        ref var first = ref MemoryMarshal.GetReference(rows.Bytes);
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Ends), rows.First + column);
        ref var powers = ref MemoryMarshal.GetReference(ShortNumber.Powers);
        var (values, numeric) = (Values, Markers.Numeric);
        for (var row = 0; row < rows.Count; row++, at = ref Unsafe.Add(ref at, rows.Stride))
        {
            var (start, end) = (at + 1, Unsafe.Add(ref at, 1));
            var minus = Unsafe.Add(ref first, start) == '-' ? 1 : 0;
            if (!numeric && ShortNumber.TryRead(ref Unsafe.Add(ref first, end), end - start - minus, out var digits, out var decimals)
                && digits <= ShortNumber.MostExact)
            {
                // Digits and power of ten are exact, so one division rounds correctly (Clinger, 1990).
                var value = digits / Unsafe.Add(ref powers, Math.Max(decimals, 0));
                values[row] = minus != 0 ? -value : value;
            }
            else
            {
                ReadRare(row, rows.Bytes[start..end]);
            }
        }
    }

    protected override ParseOutcome Parse(int row, ReadOnlySpan<byte> content, out double value) => NumberParser.Float64(content, out value);
}
