using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// The circular block bootstrap (Politis and Romano, 1992): runs of neighbours in time (Künsch, 1989), beginning anywhere and going on at
/// the first row after the last, so that every row is drawn equally often. The last run is cut so that the number of rows is kept.
/// </summary>
/// <param name="order">The rows in the order of time.</param>
/// <param name="block">Rows a run, from 1.</param>
internal sealed class BlockResampler(int[] order, int block) : IResampler
{
    /// <inheritdoc/>
    public void Draw(SeededRandom random, Span<int> counts)
    {
        counts.Clear();
        for (var drawn = 0; drawn < order.Length; drawn += block)
        {
            var place = random.Next(order.Length);
            for (var left = Math.Min(block, order.Length - drawn); left > 0; left--)
            {
                counts[order[place]]++;
                place = place + 1 == order.Length ? 0 : place + 1;
            }
        }
    }
}
