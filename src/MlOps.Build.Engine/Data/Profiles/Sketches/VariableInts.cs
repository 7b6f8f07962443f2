namespace MlOps.Build.Engine.Data.Profiles.Sketches;

/// <summary>Whole numbers in seven bits a byte, the lowest first, the highest bit saying that more follow (LEB128).</summary>
internal static class VariableInts
{
    public static void Add(List<byte> bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    /// <summary>Null when the bytes end within a number or it is too long.</summary>
    public static ulong? Take(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        for (var i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return value;
            }
        }

        return null;
    }
}
