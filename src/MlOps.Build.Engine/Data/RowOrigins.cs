namespace MlOps.Build.Engine.Data;

/// <summary>Where each row was read: its file and the line on which it starts.</summary>
internal sealed class RowOrigins(IReadOnlyList<string> files, int[] firstRowOfFile, int[] lines)
{
    /// <summary>The data files as the user knows them.</summary>
    public IReadOnlyList<string> Files { get; } = files;

    /// <summary>1-based line of a row.</summary>
    public int Line(int row) => lines[row];

    public string File(int row)
    {
        var index = Array.BinarySearch(firstRowOfFile, row);
        return Files[index >= 0 ? LastOf(index, row) : ~index - 1];
    }

    /// <summary>The given rows, ascending, as rows of their own.</summary>
    public RowOrigins Take(int[] rows) => new(
        Files,
        Array.ConvertAll(firstRowOfFile, first => Array.BinarySearch(rows, first) is var at && at < 0 ? ~at : at),
        Array.ConvertAll(rows, row => lines[row]));

    // A file without rows starts where the next one does.
    private int LastOf(int index, int row)
    {
        while (index + 1 < firstRowOfFile.Length && firstRowOfFile[index + 1] == row)
            index++;
        return index;
    }
}
