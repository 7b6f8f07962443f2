using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Combinations of values that are none of the repeated ones.</summary>
internal sealed class UniqueRowTest(BytesTally repeated, int[] columns) : RowTest
{
    public override RowProbe Start() => new Probe(repeated, new RowBytes(columns));

    private sealed class Probe(BytesTally repeated, RowBytes bytes) : RowProbe
    {
        public override bool Holds(BatchView view, int row) => !repeated.Contains(bytes.Of(view, row));
    }
}
