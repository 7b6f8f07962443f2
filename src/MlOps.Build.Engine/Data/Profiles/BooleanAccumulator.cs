using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>Counts true and false.</summary>
internal sealed class BooleanAccumulator(BatchColumn column) : ColumnAccumulator(column, sensitive: false)
{
    private readonly long[] _counts = new long[2];

    protected override void Take(ColumnBatch batch)
    {
        var values = ((ValueBatch<bool>)batch).Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (!batch.IsMissing(row))
                _counts[values[row] ? 1 : 0]++;
        }
    }

    protected override void TakeOver(ColumnAccumulator other)
    {
        var counts = ((BooleanAccumulator)other)._counts;
        (_counts[0], _counts[1]) = (_counts[0] + counts[0], _counts[1] + counts[1]);
    }

    protected override ProfiledColumn Describe(ProfiledColumn profile) => profile with
    {
        Distinct = _counts.Count(count => count > 0),
        Top = [.. _counts.Index().Where(item => item.Item > 0).OrderByDescending(item => item.Item)
            .Select(item => new ValueCount(item.Index == 1 ? "true" : "false", item.Item))],
    };

    protected override bool TryRestore(ProfiledColumn profile, long rows)
    {
        foreach (var (value, count) in profile.Top ?? [])
        {
            if (value is not ("true" or "false") || count < 0)
                return false;
            _counts[value == "true" ? 1 : 0] = count;
        }

        return profile.Top is not null;
    }
}
