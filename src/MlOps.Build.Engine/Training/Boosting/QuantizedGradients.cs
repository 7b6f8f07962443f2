using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// Gradients and hessians of one tree as integers, so that sums over rows are exact, the same in any order, and subtractable (the idea is Shi
/// et al., "Quantized training of gradient boosting decision trees", 2022). The scale is a power of two, as fine as 64-bit sums over all rows
/// allow: some 45 bits for a gradient at 50,000 rows, so one label a million times the others' size starves none of them.
/// </summary>
internal sealed class QuantizedGradients
{
    private const int MostBits = 45;

    private readonly int _countBits;
    private readonly int _gradientBits;
    private readonly int _hessianBits;
    private double _gradientUnit = 1;
    private double _hessianUnit = 1;

    public QuantizedGradients(int rows)
    {
        _countBits = ExactSum.BitCount(rows);
        _gradientBits = Math.Min(MostBits, 62 - _countBits);
        _hessianBits = Math.Min(MostBits, 62 - (2 * _countBits));
        Cells = new long[2 * rows];
    }

    /// <summary>Two numbers a row: the gradient; the hessian in the upper bits and a row count of 1 in the lower ones.</summary>
    public long[] Cells { get; }

    public double Gradient(LeafSums sums) => sums.Gradient * _gradientUnit;

    public double Hessian(LeafSums sums) => (sums.HessianAndCount >> _countBits) * _hessianUnit;

    public int Count(LeafSums sums) => (int)(sums.HessianAndCount & ((1L << _countBits) - 1));

    public void Quantize(double[] gradients, double[] hessians, int offset, int rows, ThreadTeam team)
    {
        var gradientExponent = ExactSum.Exponent(Largest(gradients.AsSpan(offset, rows)), _gradientBits);
        var hessianExponent = ExactSum.Exponent(Largest(hessians.AsSpan(offset, rows)), _hessianBits);
        _gradientUnit = Math.ScaleB(1, -gradientExponent);
        _hessianUnit = Math.ScaleB(1, -hessianExponent);
        var gradientScale = Math.ScaleB(1, gradientExponent);
        var hessianScale = Math.ScaleB(1, hessianExponent);
        team.Each((rows + 8191) / 8192, range =>
        {
            for (var row = range * 8192; row < Math.Min(rows, (range + 1) * 8192); row++)
            {
                Cells[2 * row] = (long)Math.Round(gradients[offset + row] * gradientScale);
                Cells[(2 * row) + 1] = ((long)Math.Round(hessians[offset + row] * hessianScale) << _countBits) | 1;
            }
        });
    }

    public LeafSums Sum(ReadOnlySpan<int> rows)
    {
        var gradient = 0L;
        var hessian = 0L;
        foreach (var row in rows)
        {
            gradient += Cells[2 * row];
            hessian += Cells[(2 * row) + 1];
        }

        return new LeafSums(gradient, hessian);
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
