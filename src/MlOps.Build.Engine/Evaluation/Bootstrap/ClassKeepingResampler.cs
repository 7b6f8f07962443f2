using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// The ordinary bootstrap (Efron, 1979), drawn again while a class that the rows have is missing, so that the numbers of rows a class
/// vary as they would between test parts. A draw that fails many times, as with many classes of one row, is made within classes.
/// </summary>
internal sealed class ClassKeepingResampler(float[] labels) : IResampler
{
    private const int Attempts = 50;

    private readonly int _classes = labels.Distinct().Count();
    private readonly StratifiedResampler _allRows = StratifiedResampler.AllRows(labels.Length);
    private readonly StratifiedResampler _byClass = StratifiedResampler.ByClass(labels);

    /// <inheritdoc/>
    public void Draw(SeededRandom random, Span<int> counts)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            _allRows.Draw(random, counts);
            if (KeepsClasses(counts))
                return;
        }

        _byClass.Draw(random, counts);
    }

    private bool KeepsClasses(ReadOnlySpan<int> counts)
    {
        var found = new HashSet<float>();
        for (var row = 0; row < counts.Length && found.Count < _classes; row++)
        {
            if (counts[row] != 0)
                found.Add(labels[row]);
        }

        return found.Count == _classes;
    }
}
