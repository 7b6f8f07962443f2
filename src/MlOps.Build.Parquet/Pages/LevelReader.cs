using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Pages;

/// <summary>Reads definition levels of flat columns: 1 where the row has a value.</summary>
internal static class LevelReader
{
    private const int Runs = 3;
    private const int BitPacked = 4;

    /// <summary>Reads the levels at the start of a page of version 1.</summary>
    public static void ReadVersion1(ref ByteCursor cursor, int encoding, int count, ValidityBuilder validity)
    {
        if (encoding == Runs)
        {
            var levels = new ByteCursor(cursor.Take(cursor.Int32()), "definition levels");
            HybridDecoder.DecodeLevels(ref levels, count, validity);
        }
        else if (encoding == BitPacked)
        {
            ReadBitPacked(cursor.Take((count + 7L) / 8), count, validity);
        }
        else
        {
            Faults.Unsupported($"the encoding {encoding} of its definition levels is not read; write the file anew");
        }
    }

    // The old form, highest bit first.
    private static void ReadBitPacked(ReadOnlySpan<byte> content, int count, ValidityBuilder validity)
    {
        for (var i = 0; i < count; i++)
            validity.AppendRun((content[i >> 3] >> (7 - (i & 7)) & 1) != 0, 1);
    }
}
