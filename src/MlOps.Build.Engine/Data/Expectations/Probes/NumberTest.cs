using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>A test on numbers.</summary>
internal sealed class NumberTest(ColumnType type, Func<double, bool> holds) : ValueTest
{
    public override ValueProbe Start() => new Probe(type, holds);

    private sealed class Probe(ColumnType type, Func<double, bool> holds) : ValueProbe
    {
        public override void Mark(BatchView view, int column, Span<ulong> marks)
        {
            var keys = view.Keys(column);
            marks.Clear();
            for (var row = 0; row < keys.Length; row++)
            {
                if (holds(OrderKey.Number(type, keys[row])))
                    marks[row >> 6] |= 1UL << (row & 63);
            }
        }
    }
}
