using System.Runtime.CompilerServices;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>What a scan found: where fields and rows end. Used again for the next block.</summary>
internal sealed class BlockMarks
{
    /// <summary>
    /// Ends of fields: the index of the delimiter or line end after each; CRLF counts as its LF. The first place is kept free for the
    /// byte before the first row.
    /// </summary>
    public int[] Ends { get; private set; } = new int[1 << 12];

    /// <summary>The number of places used, the first included.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Indices into <see cref="Ends"/> of the last field of each row.</summary>
    public int[] RowEnds { get; private set; } = new int[1 << 10];

    public int RowCount { get; set; }

    /// <summary>Line ends, within quotes too.</summary>
    public int Lines { get; set; }

    /// <summary>True when a quote is where RFC 4180 has none, so that the rows need the sequential scanner.</summary>
    public bool Irregular { get; set; }

    public bool HasReturns { get; set; }

    public bool IsAscii { get; set; }

    public bool HasNul { get; set; }

    public void Clear()
    {
        (Count, RowCount, Lines) = (1, 0, 0);
        (Irregular, HasReturns, IsAscii, HasNul) = (false, false, true, false);
    }

    /// <summary>Forgets the ends but not what the bytes are.</summary>
    public void Restart() => (Count, RowCount) = (1, 0);

    public void AddEnd(int at, bool endsRow)
    {
        Reserve(1);
        if (endsRow)
            RowEnds[RowCount++] = Count;
        Ends[Count++] = at;
    }

    /// <summary>Makes room for more ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reserve(int more)
    {
        if (Count + more > Ends.Length || RowCount + more > RowEnds.Length)
            Grow(more);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int more)
    {
        Ends = Grown(Ends, Count + more);
        RowEnds = Grown(RowEnds, RowCount + more);
    }

    private static int[] Grown(int[] array, int least)
    {
        if (array.Length >= least)
            return array;
        var larger = new int[Math.Max(array.Length * 2, least)];
        array.CopyTo(larger, 0);
        return larger;
    }
}
