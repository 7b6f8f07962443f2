using System.Buffers;
using MlOps.Build.Parquet.Compression;

namespace MlOps.Build.Parquet.Pages;

/// <summary>A page's content: where it lies when it is not compressed, else in a buffer that goes back at the end.</summary>
internal readonly ref struct UnpackedPage : IDisposable
{
    private readonly byte[]? _buffer;

    public UnpackedPage(Codec codec, byte[] source, int start, int count, int unpacked)
    {
        if (codec == Codec.Uncompressed && count == unpacked)
        {
            Content = source.AsSpan(start, count);
            return;
        }

        _buffer = ArrayPool<byte>.Shared.Rent(unpacked);
        try
        {
            Unpacker.Unpack(codec, source, start, count, _buffer.AsSpan(0, unpacked));
        }
        catch
        {
            Dispose();
            throw;
        }

        Content = _buffer.AsSpan(0, unpacked);
    }

    public ReadOnlySpan<byte> Content { get; }

    public void Dispose()
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
    }
}
