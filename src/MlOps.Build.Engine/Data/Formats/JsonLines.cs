using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>
/// JSON Lines (jsonlines.org): one object a line, each key a column. The files are made into CSV, in temporary files, with the columns that any of them
/// has, in the order of first appearance; a key that a line lacks, and null, are missing.
/// </summary>
internal static class JsonLines
{
    /// <summary>
    /// Stands for a value that is missing in a table of one column, where an empty line would be no row. No JSON value is written so, and texts are quoted.
    /// </summary>
    public static ReadOnlySpan<byte> Nothing => "\u001A"u8;

    public static bool Is(string file) =>
        file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);

    /// <summary>The files with those of JSON Lines made into CSV; what was given is closed or among the result.</summary>
    /// <exception cref="DamagedFileException">A line is no object, or a value is nested.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static IReadOnlyList<DataBytes> Convert(IReadOnlyList<DataBytes> files)
    {
        var columns = new JsonColumns();
        var lines = new Dictionary<DataBytes, long>();
        foreach (var file in files.Where(file => Is(file.Inner)))
        {
            var names = new JsonNames(columns);
            JsonLineReader.Read(file, names);
            lines[file] = names.Lines;
        }

        foreach (var (file, count) in lines)
            CheckSize(file, count, columns.Count);
        var made = new List<DataBytes>();
        foreach (var file in files)
        {
            if (!Is(file.Inner))
            {
                made.Add(file);
                continue;
            }

            made.Add(JsonCsvWriter.Write(file, columns));
            file.Dispose();
        }

        return made;
    }

    // Each line with keys of its own makes a table that is as wide as it is long, and empty: a small file would fill the disk.
    private static void CheckSize(DataBytes file, long lines, int columns)
    {
        if (lines * columns <= BoundedOutput.Limit(file.Length))
            return;
        throw new DamagedFileException(
            DataCodes.JsonLine,
            $"{Shown.Count(lines, "line")} with {Shown.Count(columns, "different key")} make a table of {Shown.Count(lines * columns)} fields, nearly all of them empty. "
                + "Let keys name columns, and put what differs from line to line into values",
            file: file.Name);
    }
}
