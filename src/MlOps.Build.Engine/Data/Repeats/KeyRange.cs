namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>The spread keys that a reading keeps, both ends included; the rest is left to further readings, so memory has a bound.</summary>
internal readonly record struct KeyRange(ulong First, ulong Last)
{
    public static readonly KeyRange All = new(0, ulong.MaxValue);

    public bool Contains(ulong spread) => spread - First <= Last - First;

    /// <summary>The lower half.</summary>
    public KeyRange Half => new(First, First + ((Last - First) / 2));
}
