namespace MlOps.Build.Parquet.Compression;

/// <summary>
/// What a frame unpacked to last: as much as its content may refer back to, and room for a block. Memory is taken as content comes, so that a header
/// that claims a large window costs nothing by itself.
/// </summary>
internal sealed class SlidingWindow
{
    private const int Smallest = 1 << 20;
    private byte[] _buffer = [];
    private int _window;
    private int _largest;
    private int _written;

    public void Begin(int window)
    {
        _window = window;

        // Sliding copies a window each time: a quarter more room makes that four bytes moved a byte unpacked.
        _largest = window + ZstdBlockDecoder.LargestBlock + Math.Max(window / 4, Smallest);
        _written = 0;
    }

    /// <summary>What a block unpacks to; holds until the next one.</summary>
    public ReadOnlyMemory<byte> Unpack(ZstdBlockDecoder decoder, ZstdBlockHeader header, ReadOnlySpan<byte> block)
    {
        while (_buffer.Length - _written < ZstdBlockDecoder.LargestBlock)
            MakeRoom();
        var start = _written;
        decoder.Unpack(header, block, _buffer, ref _written);
        return _buffer.AsMemory(start, _written - start);
    }

    private void MakeRoom()
    {
        if (_buffer.Length < _largest)
        {
            Array.Resize(ref _buffer, Math.Min(Math.Max(_buffer.Length * 2, Smallest), _largest));
            return;
        }

        var kept = Math.Min(_window, _written);
        _buffer.AsSpan(_written - kept, kept).CopyTo(_buffer);
        _written = kept;
    }
}
