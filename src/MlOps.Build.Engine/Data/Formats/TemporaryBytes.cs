using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>Bytes in a temporary file that nobody else sees and that goes when it is closed, also when the process is killed (on Unix).</summary>
internal sealed class TemporaryBytes : DataBytes
{
    private readonly FileStream _file;
    private readonly BufferedStream _writer;
    private long _length;

    private TemporaryBytes(string name, string shown, FileStream file)
        : base(shown)
    {
        (_file, _writer) = (file, new BufferedStream(file, 1 << 16));
        Inner = name;
    }

    public override string Inner { get; }

    public override long Length => _length;

    public Stream Writer => _writer;

    /// <summary>An empty one.</summary>
    /// <param name="inner">The name that tells the format of what is in it.</param>
    /// <param name="shown">The file as the user knows it.</param>
    public static TemporaryBytes Create(string inner, string shown)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return new TemporaryBytes(inner, shown, file);
    }

    /// <summary>Ends writing.</summary>
    public TemporaryBytes Finish()
    {
        _writer.Flush();
        _length = _file.Length;
        return this;
    }

    public override int Read(long offset, Span<byte> buffer)
    {
        var count = 0;
        while (count < buffer.Length && RandomAccess.Read(_file.SafeFileHandle, buffer[count..], offset + count) is > 0 and var read)
            count += read;
        return count;
    }

    /// <summary>What to say when there was no space for them; null for another failure.</summary>
    public static FailedWriteException? Full(Exception exception, string file) => !IoFailure.IsFull(exception) ? null
        : new FailedWriteException(Path.GetTempPath(), exception) { What = $"the unpacked '{file}'" };

    // Not the writer: after a failed write it would try again.
    public override void Dispose() => _file.Dispose();
}
