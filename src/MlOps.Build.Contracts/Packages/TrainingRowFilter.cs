namespace MlOps.Build.Contracts;

/// <summary>
/// A Bloom filter of the rows that a model learned from (Bloom, 1970). A row's hash is the SHA-256 of its values in
/// <see cref="Columns"/>; bit i of k is <c>(a + i b) mod m</c>, a and b being the first two little-endian 64-bit words of the hash
/// (Kirsch and Mitzenmacher, 2006).
/// </summary>
public sealed record TrainingRowFilter
{
    /// <summary>The columns that a row's hash covers, in order; sensitive ones are not among them.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The number of rows added.</summary>
    public required long Rows { get; init; }

    /// <summary>The number of bits, m.</summary>
    public required long Bits { get; init; }

    /// <summary>The number of hash functions, k.</summary>
    public required int Hashes { get; init; }

    /// <summary>Expected share of foreign rows that seem known, <c>(1 - e^(-k n / m))^k</c>.</summary>
    public required double FalsePositiveRate { get; init; }

    /// <summary>The bits, lowest first in each byte; base64 in JSON.</summary>
    public required byte[] Data { get; init; }
}
