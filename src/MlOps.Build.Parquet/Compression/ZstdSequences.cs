using System.Runtime.CompilerServices;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Sequences: so many literals, then so many bytes from so far back (RFC 8878, section 3.1.1.3.2).</summary>
internal sealed class ZstdSequences
{
    private static readonly uint[] LiteralBases = ZstdCodes.Bases(ZstdCodes.LiteralBits, 0);
    private static readonly uint[] MatchBases = ZstdCodes.Bases(ZstdCodes.MatchBits, 3);
    private static readonly FseTable LiteralDefault = FseTable.Build(ZstdCodes.LiteralShares, 6);
    private static readonly FseTable MatchDefault = FseTable.Build(ZstdCodes.MatchShares, 6);
    private static readonly FseTable OffsetDefault = FseTable.Build(ZstdCodes.OffsetShares, 5);

    private FseTable? _literalTable;
    private FseTable? _offsetTable;
    private FseTable? _matchTable;
    private (long First, long Second, long Third) _recent = (1, 4, 8);

    public void Execute(ref ByteCursor cursor, scoped ReadOnlySpan<byte> literals, Span<byte> target, ref int written)
    {
        var count = ReadCount(ref cursor);
        if (count > 0)
        {
            var modes = cursor.Byte();
            if ((modes & 3) != 0)
                Faults.Page("sequences of zstd have a mode that is reserved");
            _literalTable = ReadTable(ref cursor, modes >> 6, LiteralDefault, _literalTable, 36, 9);
            _offsetTable = ReadTable(ref cursor, modes >> 4 & 3, OffsetDefault, _offsetTable, 32, 8);
            _matchTable = ReadTable(ref cursor, modes >> 2 & 3, MatchDefault, _matchTable, 53, 9);
            literals = literals[Run(cursor.Rest(), count, literals, target, ref written)..];
        }
        else if (cursor.Left > 0)
        {
            Faults.Page("a block of zstd goes on after its end");
        }

        CopyLiterals(literals, target, ref written);
    }

    private static int ReadCount(ref ByteCursor cursor)
    {
        var first = cursor.Byte();
        return first switch
        {
            < 128 => first,
            < 255 => (first - 128) << 8 | cursor.Byte(),
            _ => (cursor.Byte() | cursor.Byte() << 8) + 0x7F00,
        };
    }

    private static FseTable ReadTable(ref ByteCursor cursor, int mode, FseTable standard, FseTable? last, int symbols, int mostAccurate)
    {
        switch (mode)
        {
            case 0:
                return standard;
            case 1:
                var symbol = cursor.Byte();
                if (symbol >= symbols)
                    Faults.Page($"sequences of zstd have code {symbol} where at most {symbols - 1} is allowed");
                return FseTable.Single(symbol);
            case 2:
                var ahead = cursor;
                var table = FseTable.Read(ahead.Rest(), symbols, mostAccurate, out var used);
                cursor.Take(used);
                return table;
            default:
                if (last is null)
                    Faults.Page("sequences of zstd refer to a table before there is one");
                return last;
        }
    }

    // Kernel: one pass over the bit stream; the three states and the stream stay in registers.
    private int Run(ReadOnlySpan<byte> source, int count, ReadOnlySpan<byte> literals, Span<byte> target, ref int written)
    {
        var bits = new BackwardBits(source);
        var used = 0;
        FseTable literalTable = _literalTable!, offsetTable = _offsetTable!, matchTable = _matchTable!;
        var literalState = (int)bits.Read(literalTable.Accuracy);
        var offsetState = (int)bits.Read(offsetTable.Accuracy);
        var matchState = (int)bits.Read(matchTable.Accuracy);
        for (var i = 0; i < count; i++)
        {
            var offsetCode = offsetTable.Symbols[offsetState];
            var matchCode = matchTable.Symbols[matchState];
            var literalCode = literalTable.Symbols[literalState];
            var offset = (1L << offsetCode) + (long)bits.Read(offsetCode);
            var match = MatchBases[matchCode] + (long)bits.Read(ZstdCodes.MatchBits[matchCode]);
            var literal = (int)(LiteralBases[literalCode] + (uint)bits.Read(ZstdCodes.LiteralBits[literalCode]));
            if (i + 1 < count)
            {
                literalState = Next(literalTable, literalState, ref bits);
                matchState = Next(matchTable, matchState, ref bits);
                offsetState = Next(offsetTable, offsetState, ref bits);
            }

            if (bits.Left < 0 || literal > literals.Length - used)
                Faults.Page("sequences of zstd end early");
            CopyLiterals(literals.Slice(used, literal), target, ref written);
            used += literal;
            BackReference.Copy(target, ref written, Resolve(offset, literal), match);
        }

        if (bits.Left != 0)
            Faults.Page("sequences of zstd do not end with their stream");
        return used;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(FseTable table, int state, ref BackwardBits bits) =>
        table.Baselines[state] + (int)bits.Read(table.Bits[state]);

    // Offsets 1 to 3 mean the last three; without literals each means the one after it, and 3 the last less one byte.
    private long Resolve(long offset, int literal)
    {
        var (first, second, third) = _recent;
        _recent = (offset > 3 ? 4 : offset - (literal == 0 ? 0 : 1)) switch
        {
            0 => _recent,
            1 => (second, first, third),
            2 => (third, first, second),
            3 => (first - 1, first, second),
            _ => (offset - 3, first, second),
        };
        return _recent.First;
    }

    private static void CopyLiterals(ReadOnlySpan<byte> literals, Span<byte> target, ref int written)
    {
        if (literals.Length > target.Length - written)
            Faults.Page("zstd's content unpacks to more than it may");
        literals.CopyTo(target[written..]);
        written += literals.Length;
    }
}
