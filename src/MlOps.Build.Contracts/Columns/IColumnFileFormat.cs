namespace MlOps.Build.Contracts;

/// <summary>Opens files of one format, so that a caller needs no reference to the library that reads it.</summary>
public interface IColumnFileFormat
{
    /// <summary>Opens a file by its path.</summary>
    /// <exception cref="ColumnFileException">It is not such a file, or its footer is damaged.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    IColumnFile Open(string path);

    /// <summary>Opens a stream that can seek; it is disposed with the file.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ColumnFileException">It is not such a file, or its footer is damaged.</exception>
    IColumnFile Open(Stream stream, string name);
}
