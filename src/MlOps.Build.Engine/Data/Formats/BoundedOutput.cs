using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>Takes what a file unpacks to, and stops a file that is made to fill the disk: text hardly shrinks to a thousandth.</summary>
internal sealed class BoundedOutput(Stream output, long packedLength)
{
    private const long LargestRatio = 1000;
    private const long AlwaysAllowed = 64L << 20;
    private readonly long _limit = Limit(packedLength);
    private long _written;

    /// <summary>What a file may become; beyond, it is made to fill the disk.</summary>
    public static long Limit(long length) => Math.Max(AlwaysAllowed, length * LargestRatio);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _written += bytes.Length;
        if (_written > _limit)
            throw new DamagedFileException(DataCodes.Damaged, $"it unpacks to more than {LargestRatio:N0} times its size of {Shown.Count(packedLength)} bytes. Unpack it by hand if that is right");
        output.Write(bytes);
    }
}
