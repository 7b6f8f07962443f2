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
