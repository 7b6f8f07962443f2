using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// Draws with replacement within each stratum as many rows as it has (Davison and Hinkley, 1997, section 3.2), so no resample loses a
/// class and with it the metrics that need one. The intervals are conditional on the test split's numbers of rows a class.
/// </summary>
internal sealed class StratifiedResampler : IResampler
{
    private readonly int[][] _strata;

    private StratifiedResampler(int[][] strata) => _strata = strata;

    /// <summary>One stratum a class index.</summary>
    public static StratifiedResampler ByClass(float[] labels) =>
        new([.. Enumerable.Range(0, labels.Length).GroupBy(row => labels[row]).OrderBy(rows => rows.Key).Select(rows => rows.ToArray())]);

    /// <summary>All rows as one stratum: the ordinary bootstrap (Efron, 1979).</summary>
    public static StratifiedResampler AllRows(int rows) => new(rows == 0 ? [] : [[.. Enumerable.Range(0, rows)]]);

    /// <inheritdoc/>
    public void Draw(SeededRandom random, Span<int> counts)
    {
        counts.Clear();
        foreach (var stratum in _strata)
        {
            for (var i = 0; i < stratum.Length; i++)
                counts[stratum[random.Next(stratum.Length)]]++;
        }
    }
}
