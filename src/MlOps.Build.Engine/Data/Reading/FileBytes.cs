using Microsoft.Win32.SafeHandles;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>A file on disk, read by position: several threads share one handle. Memory maps are dearer here: each touched page counts.</summary>
internal sealed class FileBytes : DataBytes
{
    private readonly SafeFileHandle _handle;

    private FileBytes(string name, SafeFileHandle handle)
        : base(name)
    {
        _handle = handle;
        Length = LengthOf(handle);
    }

    public override long Length { get; }

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static DataBytes Open(DataSource source)
    {
        var file = new FileBytes(source.Name, File.OpenHandle(source.Path));
        if (file.Length > 0)
            return file;

        // Pipes and what the kernel makes up as it is read have no length. A pipe that is opened twice loses its writer.
        using var stream = new FileStream(file._handle, FileAccess.Read, bufferSize: 0);
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new MemoryBytes(source.Name, bytes.ToArray());
    }

    private static long LengthOf(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException)
        {
            return 0;
        }
    }

    public override int Read(long offset, Span<byte> buffer)
    {
        var count = 0;
        while (count < buffer.Length && RandomAccess.Read(_handle, buffer[count..], offset + count) is > 0 and var read)
            count += read;
        return count;
    }

    public override void Dispose() => _handle.Dispose();
}
