using System.Buffers.Binary;
using System.Globalization;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Unpacks frames that follow each other in a stream, block by block.</summary>
internal sealed class ZstdFrames(Stream packed, int largestWindow) : IDisposable
{
    private readonly PackedInput _input = new(packed);
    private readonly SlidingWindow _window = new();
    private ZstdBlockDecoder? _decoder;
    private ZstdFrameHeader _header;
    private XxHash64 _checksum = new();
    private ulong _unpacked;
    private bool _any;

    /// <summary>Where the next byte that is not unpacked yet stands in the stream.</summary>
    public long Position => _input.Position;

    /// <summary>What the next block unpacks to, until the next call; null at the end.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        while (_decoder is null)
        {
            if (_input.AtEnd)
                return _any ? null : throw Empty();
            BeginFrame();
        }

        return NextBlock(_decoder);
    }

    public void Dispose() => EndDecoder();

    private void BeginFrame()
    {
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(_input.Take(4));
        if (ZstdFrameHeader.IsSkippable(magic))
            _input.Skip(BinaryPrimitives.ReadUInt32LittleEndian(_input.Take(4)));
        else if (magic == ZstdFrameHeader.Magic)
            BeginContent();
        else
            Faults.Page($"0x{magic:X8} stands where a frame should begin");
        _any = true;
    }

    private void BeginContent()
    {
        var cursor = new ByteCursor(_input.TakeWhole(ZstdFrameHeader.SizeOf), "a frame of zstd");
        _header = ZstdFrameHeader.Read(ref cursor);
        if (_header.Dictionary != 0)
            Faults.Page(string.Create(CultureInfo.InvariantCulture, $"it is packed with dictionary {_header.Dictionary}, which is not at hand; pack it without '-D'"));
        if (_header.Window > (ulong)largestWindow)
            Faults.Page(string.Create(CultureInfo.InvariantCulture, $"it needs a window of {_header.Window:N0} bytes where at most {largestWindow:N0} are allowed; pack it without '--long', or with '--long=27'"));
        _window.Begin((int)_header.Window);
        (_decoder, _checksum, _unpacked) = (new ZstdBlockDecoder(), new XxHash64(), 0);
    }

    private ReadOnlyMemory<byte> NextBlock(ZstdBlockDecoder decoder)
    {
        var block = ZstdBlockHeader.Read(_input.Take(ZstdBlockHeader.Length));
        var content = _window.Unpack(decoder, block, _input.Take(block.Following));
        _unpacked += (ulong)content.Length;
        if (_header.HasChecksum)
            _checksum.Append(content.Span);
        if (_unpacked > _header.ContentSize)
            Faults.Page($"it unpacks to more than the {_header.ContentSize} bytes that a frame claims");
        if (block.IsLast)
            EndFrame();
        return content;
    }

    private void EndFrame()
    {
        if (_header.ContentSize is { } size && _unpacked != size)
            Faults.Page($"it unpacks to {_unpacked} bytes where a frame claims {size}");
        if (_header.HasChecksum && BinaryPrimitives.ReadUInt32LittleEndian(_input.Take(4)) != (uint)_checksum.Finish())
            Faults.Page("its content does not match its checksum");
        EndDecoder();
    }

    private void EndDecoder()
    {
        _decoder?.Dispose();
        _decoder = null;
    }

    private static ParquetFault Empty() => new(Contracts.ParquetCodes.Page, "it is empty");
}
