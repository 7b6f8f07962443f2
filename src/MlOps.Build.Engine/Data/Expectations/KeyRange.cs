namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Keys from one to another, both included; none when <paramref name="Low"/> is above <paramref name="High"/>.</summary>
internal readonly record struct KeyRange(long Low, long High)
{
    public static KeyRange Of(Int128 low, Int128 high) => low > high || low > long.MaxValue || high < long.MinValue
        ? new KeyRange(1, 0)
        : new KeyRange((long)Int128.Max(low, long.MinValue), (long)Int128.Min(high, long.MaxValue));

    public bool Contains(long key) => key >= Low && key <= High;
}
