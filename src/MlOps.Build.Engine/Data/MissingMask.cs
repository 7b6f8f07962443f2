namespace MlOps.Build.Engine.Data;

/// <summary>One bit a row, set where the value is missing.</summary>
internal sealed class MissingMask(int length)
{
    private readonly ulong[] _bits = new ulong[(length + 63) / 64];

    public int Length { get; } = length;

    /// <summary>The number of missing rows.</summary>
    public int Count { get; private set; }

    public bool this[int row] => (_bits[row >> 6] >> (row & 63) & 1) != 0;

    public void Set(int row)
    {
        if (this[row])
            return;
        _bits[row >> 6] |= 1UL << (row & 63);
        Count++;
    }

    /// <summary>The bits of some rows, from the lowest bit on.</summary>
    /// <param name="start">The first row, a multiple of 64.</param>
    /// <param name="rows">The number of rows.</param>
    public ulong[] Words(int start, int rows)
    {
        var words = _bits.AsSpan(start >> 6, (rows + 63) >> 6).ToArray();
        if ((rows & 63) != 0)
            words[^1] &= (1UL << (rows & 63)) - 1;
        return words;
    }

    public MissingMask Take(ReadOnlySpan<int> rows)
    {
        var taken = new MissingMask(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (this[rows[i]])
                taken.Set(i);
        }

        return taken;
    }
}
