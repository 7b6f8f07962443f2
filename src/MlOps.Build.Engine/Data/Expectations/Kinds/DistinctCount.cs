using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Holds the number of different values to limits, or their share of the present values.</summary>
internal sealed class DistinctCount(Limits limits, bool asShare) : ColumnFold
{
    private long _distinct;
    private long _present;

    public override void Add(TallyPart part)
    {
        _distinct += part.Distinct;
        _present = part.Count;
    }

    public override Outcome Judge()
    {
        if (!asShare)
            return Outcome.Of(limits.Allows(_distinct), _distinct);
        if (_present == 0)
            return Outcome.Of(success: false, observed: null);
        var share = (double)_distinct / _present;
        return Outcome.Of(limits.Allows(share), JsonValues.Number(share));
    }
}
