using System.Security.Cryptography;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>MD5 as DVC computes it, block by block. MD5 names contents here; it protects nobody from an attacker.</summary>
internal sealed class DvcHasher(bool legacy) : IContentHasher
{
    // DVC 2 reads blocks of 1 MiB and decides for each by its first 512 bytes whether it is text; a CR LF across two blocks stays.
    private const int Block = 1 << 20;
    private const int Sample = 512;
    private const double MostOdd = 0.30;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly byte[] _block = legacy ? new byte[Block] : [];
    private int _filled;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (!legacy)
        {
            _hash.AppendData(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            var count = Math.Min(bytes.Length, Block - _filled);
            bytes[..count].CopyTo(_block.AsSpan(_filled));
            _filled += count;
            bytes = bytes[count..];
            if (_filled == Block)
                FinishBlock();
        }
    }

    /// <summary>32 hexadecimal digits; the hasher is as new afterwards.</summary>
    public string Finish()
    {
        FinishBlock();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void FinishBlock()
    {
        if (_filled == 0)
            return;
        var block = _block.AsSpan(0, _filled);
        _hash.AppendData(IsText(block[..Math.Min(Sample, _filled)]) ? DropReturns(block) : block);
        _filled = 0;
    }

    private static bool IsText(ReadOnlySpan<byte> sample)
    {
        var odd = 0;
        foreach (var value in sample)
        {
            if (value == 0)
                return false;
            if (value is not (>= 32 and < 127 or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or (byte)'\b'))
                odd++;
        }

        return (double)odd / sample.Length <= MostOdd;
    }

    private static Span<byte> DropReturns(Span<byte> block)
    {
        var length = 0;
        for (var i = 0; i < block.Length; i++)
        {
            if (block[i] != '\r' || i + 1 == block.Length || block[i + 1] != '\n')
                block[length++] = block[i];
        }

        return block[..length];
    }
}
