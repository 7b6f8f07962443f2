using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// The cluster bootstrap: as many whole groups as there are, with replacement (Davison and Hinkley, 1997, section 3.8; Field and Welsh,
/// 2007), so that rows of one group stay together and the number of rows varies.
/// </summary>
internal sealed class GroupResampler(RowGroups groups) : IResampler
{
    /// <inheritdoc/>
    public void Draw(SeededRandom random, Span<int> counts)
    {
        counts.Clear();
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var row in groups[random.Next(groups.Count)])
                counts[row]++;
        }
    }
}
