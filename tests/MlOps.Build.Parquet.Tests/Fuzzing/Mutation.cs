using System.Buffers.Binary;

namespace MlOps.Build.Parquet.Tests.Fuzzing;

/// <summary>Damages files: the same seed, the same damage.</summary>
internal static class Mutation
{
    private static readonly byte[] Edges = [0, 1, 2, 0x0F, 0x10, 0x7F, 0x80, 0xFE, 0xFF];

    // Numbers of Thrift that claim as much as can be claimed.
    private static readonly byte[][] Absurd =
    [
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
        [0xFE, 0xFF, 0xFF, 0xFF, 0x0F],
        [0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
        [0x80, 0x80, 0x80, 0x80, 0x10],
    ];

    public static byte[] Apply(byte[] file, byte[] other, Random random)
    {
        var footer = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(file.Length - 8)) + 8;
        var content = file.AsSpan(0, file.Length - footer).ToArray();
        var tail = file.AsSpan(file.Length - footer, footer - 8).ToArray();
        var whole = random.Next(3) switch
        {
            0 => Damage(file, other, random),
            1 => Join(Damage(content, other, random), tail),
            _ => Join(content, Damage(tail, other, random)),
        };
        return random.Next(20) == 0 ? whole[..random.Next(whole.Length + 1)] : whole;
    }

    /// <summary>Damages bytes of any format in up to four places.</summary>
    public static byte[] Damage(byte[] content, byte[] other, Random random)
    {
        for (var times = 1 + random.Next(4); times > 0 && content.Length > 8; times--)
            content = DamageOnce(content, other, random);
        return content;
    }

    private static byte[] DamageOnce(byte[] content, byte[] other, Random random)
    {
        var at = random.Next(content.Length);
        switch (random.Next(7))
        {
            case 0 or 1:
                content[at] ^= (byte)(1 << random.Next(8));
                return content;
            case 2:
                content[at] = Edges[random.Next(Edges.Length)];
                return content;
            case 3:
                content[at] = (byte)random.Next(256);
                return content;
            case 4:
                return Replace(content, at, random.Next(3), Absurd[random.Next(Absurd.Length)]);
            case 5:
                return Replace(content, at, Math.Min(content.Length - at, random.Next(64)), []);
            default:
                var from = random.Next(other.Length);
                return Replace(content, at, random.Next(64), other.AsSpan(from, Math.Min(other.Length - from, random.Next(64))));
        }
    }

    private static byte[] Replace(byte[] content, int at, int count, ReadOnlySpan<byte> by) =>
        [.. content.AsSpan(0, at), .. by, .. content.AsSpan(Math.Min(content.Length, at + count))];

    private static byte[] Join(byte[] content, byte[] footer)
    {
        Span<byte> end = [0, 0, 0, 0, (byte)'P', (byte)'A', (byte)'R', (byte)'1'];
        BinaryPrimitives.WriteInt32LittleEndian(end, footer.Length);
        return [.. content, .. footer, .. end];
    }
}
