using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// The inner loop of learning: adds rows to the histograms of some features. Integer additions, so that vectors, threads and row order
/// cannot change a bit.
/// </summary>
internal static class HistogramKernel
{
    // One loop on purpose: all bounds are checked here, once, because checks inside would double the time.
    public static void Add(
        long[] histogram, HistogramLayout layout, BinnedMatrix matrix, long[] cells, ReadOnlySpan<int> rows, ReadOnlySpan<int> features)
    {
        foreach (var feature in features)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)feature, (uint)matrix.Columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(histogram.Length, layout.Length);
        ref var target = ref MemoryMarshal.GetArrayDataReference(histogram);
        ref var bins = ref MemoryMarshal.GetArrayDataReference(matrix.ByRow);
        ref var source = ref MemoryMarshal.GetArrayDataReference(cells);
        ref var offsets = ref MemoryMarshal.GetArrayDataReference(layout.Offsets);
        var stride = (nuint)matrix.Columns;
        var count = (uint)matrix.Rows;
        foreach (var row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, count);
            var cell = Vector128.LoadUnsafe(ref source, 2 * (nuint)row);
            ref var line = ref Unsafe.Add(ref bins, (nuint)row * stride);
            foreach (var feature in features)
            {
                var slot = 2 * ((nuint)Unsafe.Add(ref offsets, feature) + Unsafe.Add(ref line, feature));
                (Vector128.LoadUnsafe(ref target, slot) + cell).StoreUnsafe(ref target, slot);
            }
        }
    }
}
