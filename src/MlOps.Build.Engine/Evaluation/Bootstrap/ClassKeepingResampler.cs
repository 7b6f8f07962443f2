using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// Draws again while a class that the rows have is missing, so that the numbers of rows a class vary as they would between test parts.
/// A draw that fails many times, as with many classes of one row, is left to the other way of drawing.
/// </summary>
internal sealed class ClassKeepingResampler : IResampler
{
    private const int Attempts = 50;

    private readonly IResampler _draw;
    private readonly IResampler _lastResort;
    private readonly RowGroups _classes;

    public ClassKeepingResampler(float[] labels, IResampler draw, IResampler lastResort)
    {
        _draw = draw;
        _lastResort = lastResort;
        _classes = new RowGroups(Array.ConvertAll(labels, label => (int)label));
    }

    /// <summary>The ordinary bootstrap (Efron, 1979) that keeps classes; in the last resort drawn within them.</summary>
    public static ClassKeepingResampler AllRows(float[] labels) =>
        new(labels, StratifiedResampler.AllRows(labels.Length), StratifiedResampler.ByClass(labels));

    /// <inheritdoc/>
    public void Draw(SeededRandom random, Span<int> counts)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            _draw.Draw(random, counts);
            if (KeepsClasses(counts))
                return;
        }

        _lastResort.Draw(random, counts);
    }

    private bool KeepsClasses(ReadOnlySpan<int> counts)
    {
        for (var i = 0; i < _classes.Count; i++)
        {
            if (!IsDrawn(_classes[i], counts))
                return false;
        }

        return true;
    }

    private static bool IsDrawn(int[] rows, ReadOnlySpan<int> counts)
    {
        foreach (var row in rows)
        {
            if (counts[row] != 0)
                return true;
        }

        return false;
    }
}
