using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>A test that remembers nothing.</summary>
internal sealed class DelegateRowTest(Func<BatchView, int, bool> holds) : RowTest
{
    public override RowProbe Start() => new Probe(holds);

    private sealed class Probe(Func<BatchView, int, bool> holds) : RowProbe
    {
        public override bool Holds(BatchView view, int row) => holds(view, row);
    }
}
