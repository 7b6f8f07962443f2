using System.Buffers.Binary;

namespace MlOps.Build.Parquet.Encodings;

/// <summary>CRC-32 as in gzip (polynomial 0xEDB88320), eight bytes a step.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = BuildTable();

    public static uint Compute(ReadOnlySpan<byte> content)
    {
        var table = Table;
        var crc = uint.MaxValue;
        for (; content.Length >= 8; content = content[8..])
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(content) ^ crc;
            crc = table[1792 + (int)(word & 255)] ^ table[1536 + (int)(word >> 8 & 255)]
                ^ table[1280 + (int)(word >> 16 & 255)] ^ table[1024 + (int)(word >> 24 & 255)]
                ^ table[768 + (int)(word >> 32 & 255)] ^ table[512 + (int)(word >> 40 & 255)]
                ^ table[256 + (int)(word >> 48 & 255)] ^ table[(int)(word >> 56)];
        }

        foreach (var value in content)
            crc = table[(int)((crc ^ value) & 255)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
            table[i] = (table[i - 256] >> 8) ^ table[(int)(table[i - 256] & 255)];
        return table;
    }
}
