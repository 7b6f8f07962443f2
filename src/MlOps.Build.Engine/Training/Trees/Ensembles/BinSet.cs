namespace MlOps.Build.Engine.Training.Trees.Ensembles;

/// <summary>A set of bins, a bit each.</summary>
internal readonly record struct BinSet(ulong Bits0, ulong Bits1, ulong Bits2, ulong Bits3)
{
    public bool Contains(byte bin)
    {
        var bits = (bin >> 6) switch
        {
            0 => Bits0,
            1 => Bits1,
            2 => Bits2,
            _ => Bits3,
        };
        return ((bits >> (bin & 63)) & 1) != 0;
    }

    /// <summary>The bins from 0 to the given one; none for -1.</summary>
    public static BinSet UpTo(int bin) => new(Part(bin, 0), Part(bin, 64), Part(bin, 128), Part(bin, 192));

    public BinSet With(int bin)
    {
        var bit = 1UL << (bin & 63);
        return (bin >> 6) switch
        {
            0 => this with { Bits0 = Bits0 | bit },
            1 => this with { Bits1 = Bits1 | bit },
            2 => this with { Bits2 = Bits2 | bit },
            _ => this with { Bits3 = Bits3 | bit },
        };
    }

    // The bits of 64 bins from the first that are not above the last.
    private static ulong Part(int last, int first) =>
        last < first ? 0 : last >= first + 63 ? ulong.MaxValue : (1UL << (last - first + 1)) - 1;
}
