namespace MlOps.Build.Engine.Data.Batches;

/// <summary>A table that can also be held whole: it knows, once it has been read, where each block's rows belong.</summary>
internal interface ITableSource : IBatchSource
{
    /// <summary>The files as the user knows them.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>After reading: the rows before each block, and the line at which it begins; the last entry stands for the end.</summary>
    (long[] Rows, int[] Lines) Offsets();

    /// <summary>The 0-based file that a block is of; also while its rows are given to a sink.</summary>
    int FileOf(int block);

    /// <summary>After reading: the file's line from one of a block.</summary>
    int LineOf(int block, int line);

    /// <summary>After reading: the number of rows of each file.</summary>
    long[] RowsByFile();
}
