using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Pairs of a set. A missing value is the set's null.</summary>
internal sealed class PairSetTest : RowTest
{
    private readonly Members _left;
    private readonly Members _right;
    private readonly HashSet<(int, int)> _pairs;

    public PairSetTest(int left, int right, IReadOnlyList<BatchColumn> columns, IReadOnlyList<(Scalar Left, Scalar Right)> pairs)
    {
        _left = new Members(left, columns[left].Type, pairs.Select(pair => pair.Left));
        _right = new Members(right, columns[right].Type, pairs.Select(pair => pair.Right));
        _pairs = [.. pairs.Select(pair => (_left.IdOf(pair.Left), _right.IdOf(pair.Right))).Where(pair => pair.Item1 >= 0 && pair.Item2 >= 0)];
    }

    public override RowProbe Start() => new Probe(this);

    private sealed class Probe(PairSetTest test) : RowProbe
    {
        public override bool Holds(BatchView view, int row) => test._pairs.Contains((test._left.IdAt(view, row), test._right.IdAt(view, row)));
    }

    // The members of one side by number; equal ones have the same, those that no value equals -1.
    private sealed class Members
    {
        private const int Missing = 0;
        private readonly int _column;
        private readonly ColumnType _type;
        private readonly Dictionary<long, int> _keys = [];
        private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

        public Members(int column, ColumnType type, IEnumerable<Scalar> members)
        {
            (_column, _type) = (column, type);
            foreach (var member in members)
            {
                if (type == ColumnType.String && member.Kind == ScalarKind.Text)
                    _texts.TryAdd(member.Text, _texts.Count + 1);
                else if (ScalarKeys.Equal(type, member) is { } key)
                    _keys.TryAdd(key, _keys.Count + 1);
            }
        }

        public int IdOf(Scalar member)
        {
            if (member.Kind == ScalarKind.Null)
                return Missing;
            if (_type == ColumnType.String)
                return member.Kind == ScalarKind.Text ? _texts[member.Text] : -1;
            return ScalarKeys.Equal(_type, member) is { } key ? _keys[key] : -1;
        }

        public int IdAt(BatchView view, int row)
        {
            var batch = view.Column(_column);
            if (batch.IsMissing(row))
                return Missing;
            return batch is TextBatch texts
                ? _texts.GetValueOrDefault(texts.Dictionary.Text(texts.Codes[row]), -1)
                : _keys.GetValueOrDefault(view.Keys(_column)[row], -1);
        }
    }
}
