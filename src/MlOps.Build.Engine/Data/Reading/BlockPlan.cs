namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Files cut into blocks of one size, numbered in the order of the files; and what reading found out about each: where its scan starts, its
/// rows, its lines. Threads publish it as they go.
/// </summary>
internal sealed class BlockPlan
{
    private readonly int _size;
    private readonly int[] _firstBlocks;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly int[] _lines;
    private int _next;

    public BlockPlan(IReadOnlyList<CsvFile> files, int blockSize)
    {
        Files = files;
        _size = blockSize;
        _firstBlocks = new int[files.Count + 1];
        for (var i = 0; i < files.Count; i++)
            _firstBlocks[i + 1] = checked(_firstBlocks[i] + (int)((files[i].Bytes.Length - files[i].Start + blockSize - 1) / blockSize));
        (_starts, _rows, _lines) = (new int[Count + 1], new int[Count], new int[Count]);
        foreach (var first in _firstBlocks)
            _starts[first] = (int)ScanState.RowStart;
    }

    public IReadOnlyList<CsvFile> Files { get; }

    public int Count => _firstBlocks[^1];

    /// <summary>True once a thread has failed, so that the others stop waiting for it.</summary>
    public bool Failed { get; set; }

    /// <summary>The next block to read; -1 when there is none left.</summary>
    public int Take() => !Failed && Interlocked.Increment(ref _next) - 1 is var block && block < Count ? block : -1;

    public int FileOf(int block)
    {
        var (low, high) = (0, Files.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (block >= _firstBlocks[middle + 1])
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The block's bytes in its file.</summary>
    public (long Start, long End) Range(int block, int file)
    {
        var start = Files[file].Start + ((long)(block - _firstBlocks[file]) * _size);
        return (start, Math.Min(start + _size, Files[file].Bytes.Length));
    }

    /// <summary>Waits until the block before has been scanned.</summary>
    public ScanState Start(int block)
    {
        var waiting = default(SpinWait);
        while (Volatile.Read(ref _starts[block]) == 0)
        {
            if (Failed)
                throw new OperationCanceledException("Another thread could not read its block.");
            waiting.SpinOnce();
        }

        return (ScanState)_starts[block];
    }

    /// <summary>Publishes where the scan of a block ended; the first block of a file starts anew.</summary>
    public void End(int block, ScanState state)
    {
        if (_starts[block + 1] == 0)
            Volatile.Write(ref _starts[block + 1], (int)state);
    }

    public void SetRows(int block, int rows, int lines) => (_rows[block], _lines[block]) = (rows, lines);

    public int Rows(int block) => _rows[block];

    /// <summary>The number of rows of each file.</summary>
    public long[] RowsByFile()
    {
        var rows = new long[Files.Count];
        for (var block = 0; block < Count; block++)
            rows[FileOf(block)] += _rows[block];
        return rows;
    }

    /// <summary>For each block the rows before it, and the 1-based line at which it begins in its file.</summary>
    public (long[] Rows, int[] Lines) Offsets()
    {
        var (rows, lines) = (new long[Count + 1], new int[Count + 1]);
        for (var (block, line, file) = (0, 0, -1); block < Count; block++)
        {
            if (FileOf(block) is var home && home != file)
                (file, line) = (home, Files[home].Line);
            lines[block] = line;
            line += _lines[block];
            rows[block + 1] = rows[block] + _rows[block];
        }

        return (rows, lines);
    }
}
