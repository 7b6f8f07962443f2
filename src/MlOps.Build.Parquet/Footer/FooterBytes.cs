using System.Buffers.Binary;
using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Sources;

namespace MlOps.Build.Parquet.Footer;

/// <summary>Finds the footer: a Parquet file ends with it, its length in four bytes and <c>PAR1</c>.</summary>
internal static class FooterBytes
{
    private const int TailLength = 8;

    public static byte[] Read(ByteSource source, ParquetLimits limits)
    {
        Span<byte> ends = stackalloc byte[4 + TailLength];
        if (source.Length < ends.Length)
            throw new ParquetFault(ParquetCodes.NotParquet, $"it has {source.Length} bytes, too few for a Parquet file");
        source.Read(0, ends[..4]);
        source.Read(source.Length - TailLength, ends[4..]);
        CheckMarks(ends[..4], ends[8..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(ends[4..]);
        if (length > source.Length - ends.Length)
            Faults.Footer($"the footer claims {length} bytes in a file of {source.Length}");
        if (length > limits.FooterBytes)
            Faults.Limit($"the footer has {length} bytes where at most {limits.FooterBytes} are read; write fewer columns or larger row groups");
        var footer = new byte[length];
        source.Read(source.Length - TailLength - length, footer);
        return footer;
    }

    private static void CheckMarks(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end)
    {
        if (start.SequenceEqual("PARE"u8) && end.SequenceEqual("PARE"u8))
            throw new ParquetFault(ParquetCodes.Encrypted, "the whole file is encrypted");
        if (!start.SequenceEqual("PAR1"u8))
            throw new ParquetFault(ParquetCodes.NotParquet, "it does not start with PAR1, as a Parquet file does");
        if (!end.SequenceEqual("PAR1"u8))
        {
            throw new ParquetFault(
                ParquetCodes.NotParquet, "it does not end with PAR1, as a Parquet file does: its end, with the footer, is missing");
        }
    }
}
