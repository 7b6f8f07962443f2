using System.Numerics;

namespace MlOps.Build.Parquet.Compression;

/// <summary>A table of finite state entropy: for each state its symbol and the way to the next (RFC 8878, section 4.1).</summary>
internal sealed class FseTable
{
    private FseTable(int accuracy)
    {
        Accuracy = accuracy;
        Symbols = new byte[1 << accuracy];
        Bits = new byte[1 << accuracy];
        Baselines = new ushort[1 << accuracy];
    }

    /// <summary>The states are 2 to this power.</summary>
    public int Accuracy { get; }

    public byte[] Symbols { get; }

    public byte[] Bits { get; }

    public ushort[] Baselines { get; }

    /// <summary>A table with one state, which is always the same symbol.</summary>
    public static FseTable Single(byte symbol)
    {
        var table = new FseTable(0);
        table.Symbols[0] = symbol;
        return table;
    }

    /// <summary>Reads a distribution and builds its table.</summary>
    public static FseTable Read(ReadOnlySpan<byte> source, int symbolCount, int mostAccurate, out int used)
    {
        var bits = new ForwardBits(source);
        var accuracy = bits.Read(4) + 5;
        if (accuracy > mostAccurate)
            Faults.Page($"a table of zstd has accuracy {accuracy} where at most {mostAccurate} is allowed");
        Span<short> shares = stackalloc short[symbolCount];
        var symbols = ReadShares(ref bits, 1 << accuracy, shares);
        used = bits.BytesRead();
        return Build(shares[..symbols], accuracy);
    }

    public static FseTable Build(ReadOnlySpan<short> shares, int accuracy)
    {
        var table = new FseTable(accuracy);
        var size = 1 << accuracy;
        Span<ushort> next = stackalloc ushort[256];
        var high = table.PlaceRare(shares, next);
        table.Spread(shares, next, high);
        for (var state = 0; state < size; state++)
        {
            var step = next[table.Symbols[state]]++;
            var width = accuracy - BitOperations.Log2(step);
            table.Bits[state] = (byte)width;
            table.Baselines[state] = (ushort)((step << width) - size);
        }

        return table;
    }

    private static int ReadShares(ref ForwardBits bits, int remaining, scoped Span<short> shares)
    {
        var symbol = 0;
        while (remaining > 0)
        {
            if (symbol >= shares.Length)
                Faults.Page("a table of zstd has more symbols than there can be");
            var share = ReadShare(ref bits, remaining);
            remaining -= Math.Abs(share);
            shares[symbol++] = (short)share;
            if (share == 0)
                symbol = SkipZeros(ref bits, symbol, shares.Length);
        }

        if (remaining < 0)
            Faults.Page("the shares of a table of zstd add up to too much");
        return symbol;
    }

    // Values that cannot occur any more make room: the lower ones take a bit less.
    private static int ReadShare(ref ForwardBits bits, int remaining)
    {
        var width = BitOperations.Log2((uint)remaining + 1) + 1;
        var lowMask = (1 << (width - 1)) - 1;
        var threshold = (1 << width) - 1 - (remaining + 1);
        var value = bits.Peek(width);
        if ((value & lowMask) < threshold)
        {
            bits.Drop(width - 1);
            return (value & lowMask) - 1;
        }

        bits.Drop(width);
        return (value > lowMask ? value - threshold : value) - 1;
    }

    private static int SkipZeros(ref ForwardBits bits, int symbol, int symbolCount)
    {
        int repeat;
        do
        {
            repeat = bits.Read(2);
            symbol += repeat;
            if (symbol > symbolCount)
                Faults.Page("a table of zstd has more symbols than there can be");
        }
        while (repeat == 3);
        return symbol;
    }

    private int PlaceRare(ReadOnlySpan<short> shares, Span<ushort> next)
    {
        var high = Symbols.Length;
        for (var symbol = 0; symbol < shares.Length; symbol++)
        {
            next[symbol] = (ushort)Math.Abs(shares[symbol]);
            if (shares[symbol] < 0)
                Symbols[--high] = (byte)symbol;
        }

        return high;
    }

    private void Spread(ReadOnlySpan<short> shares, ReadOnlySpan<ushort> next, int high)
    {
        var size = Symbols.Length;
        var step = (size >> 1) + (size >> 3) + 3;
        var at = 0;
        for (var symbol = 0; symbol < shares.Length; symbol++)
        {
            for (var i = 0; shares[symbol] > 0 && i < next[symbol]; i++)
            {
                Symbols[at] = (byte)symbol;
                do
                    at = (at + step) & (size - 1);
                while (at >= high);
            }
        }

        if (at != 0)
            Faults.Page("the shares of a table of zstd do not fill it");
    }
}
