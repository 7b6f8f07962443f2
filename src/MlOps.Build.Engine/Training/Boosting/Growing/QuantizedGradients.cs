using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>
/// Gradients and hessians of one tree as integers, so that sums over rows are exact, the same in any order, and subtractable (the idea is Shi
/// et al., "Quantized training of gradient boosting decision trees", 2022). The scale is a power of two, as fine as 64-bit sums over all rows
/// allow: some 45 bits for a gradient at 50,000 rows, 39 where every hessian is 1, so one label a million times the others' size starves none of them.
/// </summary>
internal sealed class QuantizedGradients
{
    private const int MostBits = 45;
    private const int RangeSize = 8192;

    private readonly ThreadTeam _team;
    private readonly int _gradientBits;
    private readonly int _hessianBits;

    /// <param name="rows">How many there are.</param>
    /// <param name="unitHessian">Whether every hessian is 1.</param>
    /// <param name="team">Who does the work.</param>
    public QuantizedGradients(int rows, bool unitHessian, ThreadTeam team)
    {
        _team = team;
        CountBits = Math.Max(CellPacking.RowBits, ExactSum.BitCount(rows));
        Packing = unitHessian ? new CellPacking(CountBits) : null;
        _gradientBits = Packing?.GradientBits ?? Math.Min(MostBits, 62 - CountBits);
        _hessianBits = Math.Min(MostBits, 62 - (2 * CountBits));
        Cells = GC.AllocateArray<long>(unitHessian ? rows : checked(2 * rows), pinned: true);
    }

    /// <summary>How a row is one number; null when it is two: the gradient; the hessian in the upper bits and a row count of 1 in the lower ones.</summary>
    public CellPacking? Packing { get; }

    public long[] Cells { get; }

    /// <summary>How many of the lower bits hold the count.</summary>
    public int CountBits { get; }

    public double GradientUnit { get; private set; } = 1;

    public double HessianUnit { get; private set; } = 1;

    public double Gradient(LeafSums sums) => sums.Gradient * GradientUnit;

    public double Hessian(LeafSums sums) => (sums.HessianAndCount >> CountBits) * HessianUnit;

    public int Count(LeafSums sums) => (int)(sums.HessianAndCount & ((1L << CountBits) - 1));

    public void Quantize(double[] gradients, double[] hessians, int offset, int rows)
    {
        var gradientExponent = ExactSum.Exponent(Largest(gradients, offset, rows), _gradientBits);
        var hessianExponent = Packing is null ? ExactSum.Exponent(Largest(hessians, offset, rows), _hessianBits) : 0;
        GradientUnit = Math.ScaleB(1, -gradientExponent);
        HessianUnit = Math.ScaleB(1, -hessianExponent);
        var gradientScale = Math.ScaleB(1, gradientExponent);
        var hessianScale = Math.ScaleB(1, hessianExponent);
        _team.Each((rows + RangeSize - 1) / RangeSize, range =>
        {
            var (from, to) = (range * RangeSize, Math.Min(rows, (range + 1) * RangeSize));
            if (Packing is null)
                Fill(gradients.AsSpan(offset + from, to - from), hessians.AsSpan(offset + from, to - from), from, gradientScale, hessianScale);
            else
                Pack(gradients.AsSpan(offset + from, to - from), from, gradientScale);
        });
    }

    /// <summary>The sums of rows, as histograms have them.</summary>
    public LeafSums Sum(ReadOnlySpan<int> rows)
    {
        var (gradient, rest) = (0L, 0L);
        if (Packing is null)
        {
            foreach (var row in rows)
            {
                gradient += Cells[2 * row];
                rest += Cells[(2 * row) + 1];
            }

            return new LeafSums(gradient, rest);
        }

        foreach (var row in rows)
            gradient += Cells[row] >> CellPacking.RowBits;
        return new LeafSums(gradient, ((long)rows.Length << CountBits) + rows.Length);
    }

    private void Pack(ReadOnlySpan<double> gradients, int from, double scale)
    {
        for (var i = 0; i < gradients.Length; i++)
            Cells[from + i] = CellPacking.Pack((long)Math.Round(gradients[i] * scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(ReadOnlySpan<double> gradients, ReadOnlySpan<double> hessians, int from, double gradientScale, double hessianScale)
    {
        var cells = Cells.AsSpan(2 * from, 2 * gradients.Length);
        var i = 0;
        for (; i + 4 <= gradients.Length; i += 4)
        {
            var gradient = VectorMath.Round(Vector256.Create(gradients.Slice(i, 4)) * gradientScale);
            var hessian = VectorMath.Round(Vector256.Create(hessians.Slice(i, 4)) * hessianScale);
            var counted = Vector256.ShiftLeft(hessian, CountBits) | Vector256<long>.One;
            for (var lane = 0; lane < 4; lane++)
            {
                cells[2 * (i + lane)] = gradient[lane];
                cells[(2 * (i + lane)) + 1] = counted[lane];
            }
        }

        for (; i < gradients.Length; i++)
        {
            cells[2 * i] = (long)Math.Round(gradients[i] * gradientScale);
            cells[(2 * i) + 1] = ((long)Math.Round(hessians[i] * hessianScale) << CountBits) | 1;
        }
    }

    private double Largest(double[] values, int offset, int rows)
    {
        var ranges = new double[(rows + RangeSize - 1) / RangeSize];
        _team.Each(ranges.Length, range =>
        {
            var from = range * RangeSize;
            ranges[range] = VectorMath.LargestMagnitude(values.AsSpan(offset + from, Math.Min(RangeSize, rows - from)));
        });
        return VectorMath.LargestMagnitude(ranges);
    }
}
