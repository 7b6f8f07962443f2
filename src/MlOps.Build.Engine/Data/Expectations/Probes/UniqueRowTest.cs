using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Combinations of values that occur once.</summary>
internal sealed class UniqueRowTest(BytesTally tally, int[] columns) : RowTest
{
    public override RowProbe Start() => new Probe(tally, new RowBytes(columns));

    private sealed class Probe(BytesTally tally, RowBytes bytes) : RowProbe
    {
        public override bool Holds(BatchView view, int row) => tally.Times(bytes.Of(view, row)) == 1;
    }
}
