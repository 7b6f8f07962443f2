namespace MlOps.Build.Parquet.Sources;

/// <summary>Content that is read at any place, from several threads at once.</summary>
internal abstract class ByteSource : IDisposable
{
    public abstract long Length { get; }

    /// <summary>Fills the target; the caller has checked that so much is there.</summary>
    /// <exception cref="ParquetFault">The content became shorter meanwhile.</exception>
    public abstract void Read(long offset, Span<byte> target);

    public abstract void Dispose();

    protected static void FailShort(int missing) =>
        Faults.Page($"{missing} bytes are missing which were there when the file was opened");
}
