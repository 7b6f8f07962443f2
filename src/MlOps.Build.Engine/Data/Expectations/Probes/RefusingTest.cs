using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>A test that no value can be put to. Without values nothing is wrong, as a column without values has no type of its own.</summary>
internal sealed class RefusingTest(string fault) : ValueTest
{
    private volatile bool _asked;

    public override string? Fault => _asked ? fault : null;

    public override ValueProbe Start() => new Probe(this);

    private sealed class Probe(RefusingTest test) : ValueProbe
    {
        public override void Mark(BatchView view, int column, Span<ulong> holds)
        {
            holds.Clear();
            test._asked |= view.Column(column).MissingCount < view.Rows;
        }
    }
}
