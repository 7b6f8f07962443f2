using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>How often each value of a column occurs.</summary>
internal sealed class ValueCounts
{
    private const int Listed = 10;
    private readonly Column _column;
    private readonly Dictionary<long, (int Row, long Count)> _counts = [];

    public ValueCounts(Column column)
    {
        _column = column;
        var keys = RowKeys.Of(column);
        for (var row = 0; row < keys.Length; row++)
        {
            if (column.IsMissing(row))
                continue;
            var seen = _counts.TryGetValue(keys[row], out var entry);
            _counts[keys[row]] = seen ? (entry.Row, entry.Count + 1) : (row, 1);
        }
    }

    public int Distinct => _counts.Count;

    /// <summary>
    /// The most frequent values, ties by ordinal order. Where there are more than ten, those that occur once are left out: they would
    /// be ten rows picked by their spelling.
    /// </summary>
    public IReadOnlyList<ValueCount> Top()
    {
        var least = Distinct > Listed ? 2 : 1;
        var frequent = _counts.Values.Where(entry => entry.Count >= least).ToList();
        if (frequent.Count > Listed)
        {
            var limit = frequent.Select(entry => entry.Count).OrderDescending().ElementAt(Listed - 1);
            frequent.RemoveAll(entry => entry.Count < limit);
        }

        return [.. frequent
            .Select(entry => new ValueCount(_column.Text(entry.Row)!, entry.Count))
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(Listed)];
    }
}
