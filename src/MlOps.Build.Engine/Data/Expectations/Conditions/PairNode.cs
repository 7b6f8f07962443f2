using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>Two columns compared. Values of types that have nothing in common are different.</summary>
internal sealed class PairNode(int left, int right, PairOrder? order, string sign, ConditionDialect dialect) : ConditionNode
{
    public override IEnumerable<int> Columns => [left, right];

    public override NodeState Start() => new State(this, left, right, order, dialect);

    private bool Holds(int? comparison) => (sign, comparison) switch
    {
        ("==" or "=", _) => comparison == 0,
        ("!=" or "<>", _) => comparison != 0,
        ("<", _) => comparison < 0,
        ("<=", _) => comparison <= 0,
        (">", _) => comparison > 0,
        _ => comparison >= 0,
    };

    private sealed class State(PairNode node, int left, int right, PairOrder? order, ConditionDialect dialect) : NodeState
    {
        public override void Evaluate(BatchView view, Span<ulong> holds, Span<ulong> unknown)
        {
            var (first, second) = (view.Column(left), view.Column(right));
            holds.Clear();
            unknown.Clear();
            for (var row = 0; row < view.Rows; row++)
            {
                var missing = first.IsMissing(row) || second.IsMissing(row);
                var bit = 1UL << (row & 63);
                if (missing && dialect == ConditionDialect.Sql)
                    unknown[row >> 6] |= bit;
                else if (node.Holds(missing || order is null ? null : order.Compare(view, row)))
                    holds[row >> 6] |= bit;
            }
        }
    }
}
