using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Keys of a range.</summary>
internal sealed class KeyRangeTest(KeyRange range) : ValueTest
{
    public override ValueProbe Start() => new Probe(range);

    private sealed class Probe(KeyRange range) : ValueProbe
    {
        public override void Mark(BatchView view, int column, Span<ulong> holds)
        {
            var (low, high) = range;
            var keys = view.Keys(column);
            for (var word = 0; word < holds.Length; word++)
            {
                var block = keys[(word << 6)..Math.Min(keys.Length, (word + 1) << 6)];
                var bits = 0UL;
                for (var i = 0; i < block.Length; i++)
                    bits |= (block[i] >= low & block[i] <= high ? 1UL : 0UL) << i;
                holds[word] = bits;
            }
        }
    }
}
