using System.Numerics;

namespace MlOps.Build.Engine.Training.Trees.Binning;

/// <summary>
/// The bins of some neighbouring features, row after row, so that one row's are in one cache line while the features' histograms are built,
/// which together stay in the processor's nearest caches.
/// </summary>
internal sealed class BinBlock
{
    private const int MostFeatures = 16;

    private BinBlock(int first, int count, int rows)
    {
        First = first;
        Count = count;
        Stride = Math.Max(2, (int)BitOperations.RoundUpToPowerOf2((uint)count));
        Lines = GC.AllocateArray<byte>(checked(Stride * rows), pinned: true);
    }

    public int First { get; }

    public int Count { get; }

    /// <summary>Bytes a row: the features, and zeros up to a power of two.</summary>
    public int Stride { get; }

    public byte[] Lines { get; }

    /// <summary>Blocks of about equal size, so many that the threads have as much to do as each other.</summary>
    public static BinBlock[] Divide(int features, int rows, int threads)
    {
        var needed = Math.Max((features + MostFeatures - 1) / MostFeatures, Math.Min(threads, features));
        var blocks = needed < 4 * threads ? Math.Min(features, (needed + threads - 1) / threads * threads) : needed;
        return [.. Enumerable.Range(0, blocks).Select(i =>
        {
            var first = (int)((long)features * i / blocks);
            return new BinBlock(first, (int)((long)features * (i + 1) / blocks) - first, rows);
        })];
    }
}
