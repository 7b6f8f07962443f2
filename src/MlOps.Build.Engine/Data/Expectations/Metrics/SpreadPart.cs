namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>
/// What a <see cref="SpreadMetric"/> gathers. Whenever there are too many values, those with the higher half of the spread keys are dropped,
/// so that what is kept depends on the values alone.
/// </summary>
internal abstract class SpreadPart(SpreadMetric metric) : MetricPart
{
    private bool _isReleased;

    /// <summary>The spread keys of the values that were not kept; null when all were.</summary>
    public Repeats.KeyRange? Left
    {
        get
        {
            if (!_isReleased)
                Settle();
            return Range.Last < ulong.MaxValue ? new Repeats.KeyRange(Range.Last + 1, ulong.MaxValue) : null;
        }
    }

    /// <summary>True when there were more different values than are kept.</summary>
    public bool Overflow => Left is not null;

    /// <summary>The number of different values that are kept.</summary>
    public abstract int Distinct { get; }

    /// <summary>The spread keys of the values that are kept.</summary>
    protected Repeats.KeyRange Range { get; private set; } = metric.Range;

    protected bool TakesAll => Range == Repeats.KeyRange.All;

    public sealed override void Release()
    {
        // A part of the values is of use only to the readings that follow.
        _isReleased = Overflow || !TakesAll;
        if (_isReleased)
            Forget();
    }

    /// <summary>Drops values until they are few enough.</summary>
    protected void Settle()
    {
        while (Distinct > metric.MostDistinct && Range.First < Range.Last)
            Narrow(Range.Half);
    }

    /// <summary>Takes over what another part dropped.</summary>
    protected void NarrowAs(SpreadPart other)
    {
        if (other.Range.Last < Range.Last)
            Narrow(other.Range);
    }

    /// <summary>Drops values outside of <see cref="Range"/>.</summary>
    protected abstract void Drop();

    /// <summary>Drops all values and gives their memory back.</summary>
    protected abstract void Forget();

    private void Narrow(Repeats.KeyRange range)
    {
        Range = range;
        Drop();
    }
}
