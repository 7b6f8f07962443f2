using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The bytes of a data file at any offset; safe for concurrent use.</summary>
internal abstract class DataBytes(string name) : IDisposable
{
    /// <summary>The file as the user knows it.</summary>
    public string Name { get; } = name;

    public abstract long Length { get; }

    /// <summary>Fills the buffer from the offset on.</summary>
    /// <returns>The number of bytes read: less than asked for only at the end of the file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract int Read(long offset, Span<byte> buffer);

    public virtual void Dispose()
    {
        // Bytes in memory hold nothing that must be given back.
    }

    /// <summary>Null, with an error, when the file cannot be opened.</summary>
    public static DataBytes? Open(DataSource source, DiagnosticBag diagnostics)
    {
        try
        {
            return FileBytes.Open(source);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnostics.Error(DataCodes.NoDataFile, "the data file does not exist. Add it, or change MlOpsData.", new(source.Name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(source.Name, exception, diagnostics);
        }

        return null;
    }

    public static void ReportUnreadable(string name, Exception exception, DiagnosticBag diagnostics)
    {
        var reason = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
        diagnostics.Error(DataCodes.Unreadable, $"the data file cannot be read: {reason}.", new(name));
    }
}
