using System.Runtime.CompilerServices;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>
/// Gradient and count of a row in one 64-bit number, where every hessian is 1, so that one addition sums all three: the count in the lowest
/// bits, the gradient above. Sums of at most <see cref="MostRows"/> rows fit; then they have to be taken out.
/// </summary>
/// <param name="CountBits">Where the hessian begins in what is taken out, see <see cref="LeafSums"/>; at least <see cref="RowBits"/>.</param>
internal readonly record struct CellPacking(int CountBits)
{
    /// <summary>Bits of the count.</summary>
    public const int RowBits = 12;

    /// <summary>Rows whose sum a number holds.</summary>
    public const int MostRows = (1 << RowBits) - 1;

    /// <summary>Bits of a gradient's magnitude.</summary>
    public int GradientBits => Math.Min(63 - (2 * RowBits), 62 - CountBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Pack(long gradient) => (gradient << RowBits) + 1;

    /// <summary>Adds packed sums to cells of two numbers each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void AddTo(Span<long> cells, ReadOnlySpan<long> packed)
    {
        cells = cells[..(2 * packed.Length)];
        var (counts, both) = ((1L << RowBits) - 1, (1L << CountBits) + 1);
        fixed (long* sums = packed, target = cells)
        {
            var to = target;
            for (var from = sums; from < sums + packed.Length; from++, to += 2)
            {
                to[0] += *from >> RowBits;
                to[1] += (*from & counts) * both;
            }
        }
    }
}
