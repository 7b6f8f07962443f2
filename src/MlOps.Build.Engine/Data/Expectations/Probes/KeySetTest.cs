using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Keys of a set, or with <paramref name="inside"/> false those outside of it.</summary>
internal sealed class KeySetTest(HashSet<long> set, bool inside) : ValueTest
{
    public override ValueProbe Start() => new Probe(set, inside);

    private sealed class Probe(HashSet<long> set, bool inside) : ValueProbe
    {
        public override void Mark(BatchView view, int column, Span<ulong> holds)
        {
            var keys = view.Keys(column);
            for (var word = 0; word < holds.Length; word++)
            {
                var block = keys[(word << 6)..Math.Min(keys.Length, (word + 1) << 6)];
                var bits = 0UL;
                for (var i = 0; i < block.Length; i++)
                    bits |= (set.Contains(block[i]) ? 1UL : 0UL) << i;
                holds[word] = inside ? bits : ~bits;
            }
        }
    }
}
