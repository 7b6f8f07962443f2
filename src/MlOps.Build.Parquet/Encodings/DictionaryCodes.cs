using System.Numerics;
using System.Runtime.InteropServices;

namespace MlOps.Build.Parquet.Encodings;

/// <summary>Codes into a dictionary: a byte with their bits, then runs and bit-packed groups.</summary>
internal static class DictionaryCodes
{
    public static void Decode(ReadOnlySpan<byte> content, int entryCount, Span<int> target)
    {
        var cursor = new ByteCursor(content, "dictionary codes");
        HybridDecoder.Decode(ref cursor, cursor.Byte(), target);
        var largest = Largest(target);
        if (largest >= (uint)entryCount)
            Faults.Page($"a dictionary code is {largest} where the dictionary has {entryCount} entries");
    }

    private static uint Largest(ReadOnlySpan<int> codes)
    {
        var vectors = MemoryMarshal.Cast<int, Vector<uint>>(codes);
        var highest = Vector<uint>.Zero;
        foreach (var vector in vectors)
            highest = Vector.Max(highest, vector);
        var largest = 0u;
        for (var i = 0; i < Vector<uint>.Count; i++)
            largest = Math.Max(largest, highest[i]);
        foreach (var code in codes[(vectors.Length * Vector<uint>.Count)..])
            largest = Math.Max(largest, (uint)code);
        return largest;
    }
}
