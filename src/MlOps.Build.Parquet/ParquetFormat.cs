using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Sources;

namespace MlOps.Build.Parquet;

/// <summary>Opens Parquet files of flat columns.</summary>
/// <param name="limits">What a file may ask for; the default suits files of up to 134,217,728 rows a row group.</param>
public sealed class ParquetFormat(ParquetLimits? limits = null) : IColumnFileFormat
{
    private readonly ParquetLimits _limits = limits ?? new ParquetLimits();

    /// <inheritdoc/>
    public IColumnFile Open(string path) => Open(new FileByteSource(path), path);

    /// <inheritdoc/>
    public IColumnFile Open(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanSeek
            ? Open(new StreamByteSource(stream), name)
            : throw new ArgumentException("The stream cannot seek.", nameof(stream));
    }

    private ParquetFile Open(ByteSource source, string name)
    {
        try
        {
            return new ParquetFile(source, name, _limits);
        }
        catch (ParquetFault fault)
        {
            source.Dispose();
            throw new ColumnFileException(fault.Code, name, $"{fault.Message}. {Remedies.Of(fault.Code)}");
        }
    }
}
