using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads dates <c>yyyy-MM-dd</c>.</summary>
internal sealed class DateReader(BatchColumn column, MissingMarkers markers)
    : ValueReader<int>(new ValueBatch<int>(column, BatchText.Date), markers, 0)
{
    protected override void FillValues(in BlockRows rows, int column)
    {
        ref var first = ref MemoryMarshal.GetReference(rows.Bytes);
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Ends), rows.First + column);
        var (values, numeric) = (Values, Markers.Numeric);
        for (var row = 0; row < rows.Count; row++, at = ref Unsafe.Add(ref at, rows.Stride))
        {
            var (start, end) = (at + 1, Unsafe.Add(ref at, 1));
            if (!numeric && end - start == 10 && ShortDate.TryRead(ref Unsafe.Add(ref first, start), out var days))
                values[row] = days;
            else
                ReadRare(row, rows.Bytes[start..end]);
        }
    }

    protected override ParseOutcome Parse(int row, ReadOnlySpan<byte> content, out int value) => DateParser.Date(content, out value);
}
