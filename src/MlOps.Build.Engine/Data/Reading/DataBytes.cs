using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The bytes of a data file at any offset; safe for concurrent use.</summary>
internal abstract class DataBytes(string name) : IDisposable
{
    /// <summary>The file as the user knows it.</summary>
    public string Name { get; } = name;

    /// <summary>The name whose ending tells the format of the bytes: that of a compressed file without the compression's.</summary>
    public virtual string Inner => Name;

    /// <summary>False when the header is no line of the file: the bytes were made from another format.</summary>
    public virtual bool HasHeaderLine => true;

    public abstract long Length { get; }

    /// <summary>Fills the buffer from the offset on.</summary>
    /// <returns>The number of bytes read: less than asked for only at the end of the file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract int Read(long offset, Span<byte> buffer);

    /// <summary>The file's line from that of the bytes, which differ where these were made from another format.</summary>
    public virtual int LineOf(int line) => line;

    public virtual void Dispose()
    {
        // Bytes in memory hold nothing that must be given back.
    }

    /// <summary>Null, with an error, when the file cannot be opened.</summary>
    public static DataBytes? Open(DataSource source, DiagnosticBag diagnostics)
    {
        try
        {
            return PackedFile.Unsupported(source.Name) is { } ending ? Refuse(source, ending, diagnostics)
                : PackedFile.Inner(source.Name) is null ? FileBytes.Open(source)
                : PackedFile.Open(source);
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            Report(exception, source.Name, diagnostics);
            return null;
        }
    }

    /// <summary>True of what is wrong with a file; false of a disk without space for what it unpacks to.</summary>
    public static bool IsOfTheFile(Exception exception) =>
        exception is DamagedFileException or UnauthorizedAccessException or (IOException and not FailedWriteException);

    /// <summary>Says why a file cannot be read.</summary>
    public static void Report(Exception exception, string name, DiagnosticBag diagnostics)
    {
        if (exception is DamagedFileException damage)
            diagnostics.Error(damage.Code, $"{damage.Message}.", new(damage.File ?? name, damage.Line));
        else if (exception is FileNotFoundException or DirectoryNotFoundException)
            diagnostics.Error(DataCodes.NoDataFile, "the data file does not exist. Add it, or change MlOpsData.", new(name));
        else
            ReportUnreadable(name, exception, diagnostics);
    }

    private static DataBytes? Refuse(DataSource source, string ending, DiagnosticBag diagnostics)
    {
        diagnostics.Error(DataCodes.UnknownFormat, $"'{ending}' files cannot be read. Unpack the file, or pack it as .gz, .zst or .br.", new(source.Name));
        return null;
    }

    public static void ReportUnreadable(string name, Exception exception, DiagnosticBag diagnostics)
    {
        var reason = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
        diagnostics.Error(DataCodes.Unreadable, $"the data file cannot be read: {reason}.", new(name));
    }
}
