using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads blocks for one thread: bytes, a scan that first assumes to begin outside quotes, and the rows that start in the block.</summary>
internal sealed class BlockReader(BlockPlan plan, int columns, CsvReading reading)
{
    private readonly BlockBuffer _buffer = new(reading.BlockSize);
    private readonly BlockMarks _marks = new();
    private RowLayout? _layout;
    private int _firstRow;
    private int _before;
    private bool _simple;

    /// <summary>Faults of the block's rows; null when there is none.</summary>
    public LayoutFaults? Faults { get; private set; }

    /// <summary>True when the block holds bytes that are no UTF-8 text.</summary>
    public bool Damaged { get; private set; }

    /// <summary>Line ends in the block.</summary>
    public int Lines { get; private set; }

    public BlockRows Rows => _simple
        ? new(_buffer.Bytes, _marks.Ends, _before, columns, _marks.RowCount - _firstRow)
        : new(_buffer.Bytes, _layout!.Ends, 0, columns + 1, _layout.Rows);

    public void Load(int block)
    {
        var file = plan.FileOf(block);
        var (start, end) = plan.Range(block, file);
        var delimiter = plan.Files[file].Dialect.Delimiter;
        _buffer.Load(plan.Files[file].Bytes, start, end);
        var state = Scan(block, start == plan.Files[file].Start, delimiter, out var last);
        (Lines, Faults) = (_marks.Lines, null);
        Damaged = _marks.HasNul || (!_marks.IsAscii && !_buffer.IsUtf8());
        FindRows(block, state, last, delimiter);
    }

    /// <summary>The line of each row, 0-based from the block's first on.</summary>
    public void FillLines(Span<int> lines)
    {
        var rows = Rows;
        if (_simple && EndsInBlock() == Lines)
        {
            for (var row = 0; row < lines.Length; row++)
                lines[row] = row + _firstRow;
            return;
        }

        var (line, at) = (0, BlockBuffer.From);
        for (var row = 0; row < lines.Length; row++)
        {
            var start = rows.Start(row);
            line += LineEnds.Count(rows.Bytes[at..], start - at);
            (lines[row], at) = (line, start);
        }
    }

    // Fewer than there are line ends when some of these are within quotes.
    private int EndsInBlock() =>
        _marks.RowCount - (_marks.RowCount > 0 && _marks.Ends[_marks.RowEnds[_marks.RowCount - 1]] >= _buffer.To ? 1 : 0);

    private ScanState Scan(int block, bool first, byte delimiter, out ScanState last)
    {
        var bytes = _buffer.Bytes;
        var guess = first ? ScanState.RowStart : ScanStates.Outside(bytes[BlockBuffer.From - 1], bytes[BlockBuffer.From], delimiter);
        var inside = new BlockScan(_marks, delimiter).Run(bytes, BlockBuffer.From, _buffer.To, guess);
        var start = plan.Start(block);
        if (start != guess)
            inside = new BlockScan(_marks, delimiter).Run(bytes, BlockBuffer.From, _buffer.To, start);
        last = inside ? ScanState.Quoted : ScanStates.Outside(bytes[_buffer.To - 1], bytes[_buffer.To], delimiter);
        if (_marks.Irregular)
        {
            _marks.Restart();
            last = new RowWalk(_buffer, _marks, delimiter).Run(BlockBuffer.From, _buffer.To, start);
        }

        plan.End(block, last);
        return start;
    }

    private void FindRows(int block, ScanState start, ScanState last, byte delimiter)
    {
        (_firstRow, _before) = start == ScanState.RowStart ? (0, 0) : (1, _marks.RowCount > 0 ? _marks.RowEnds[0] : 0);
        _marks.Ends[0] = BlockBuffer.From - 1;
        var any = start == ScanState.RowStart || _marks.RowCount > 0;
        if (any && last != ScanState.RowStart && !FinishLast(block, last, delimiter))
            return;
        _simple = !any || (!_marks.Irregular && !_marks.HasReturns && HasWidth());
        if (!any)
            _firstRow = _marks.RowCount;
        if (!_simple)
            LayOut(block, delimiter);
    }

    // The row that the block's end cuts is this block's.
    private bool FinishLast(int block, ScanState last, byte delimiter)
    {
        var rowStart = (_marks.RowCount > 0 ? _marks.Ends[_marks.RowEnds[_marks.RowCount - 1]] : BlockBuffer.From - 1) + 1;
        if (new RowWalk(_buffer, _marks, delimiter).Finish(rowStart, last, reading.RowLimit))
            return true;
        var line = LineEnds.Count(_buffer.Bytes.AsSpan(BlockBuffer.From.._buffer.End), rowStart - BlockBuffer.From);
        Faults = new LayoutFaults(block);
        Faults.Add(new LayoutFault(DataCodes.RowTooLong, CsvFault.None, line, 1, 0));
        (_simple, _firstRow) = (true, _marks.RowCount);
        return false;
    }

    private bool HasWidth()
    {
        var before = _before;
        for (var row = _firstRow; row < _marks.RowCount; row++)
        {
            if (_marks.RowEnds[row] - before != columns)
                return false;

            // A blank line has the one field that a row of one column has.
            if (columns == 1 && _marks.Ends[_marks.RowEnds[row]] - _marks.Ends[before] == 1)
                return false;
            before = _marks.RowEnds[row];
        }

        return true;
    }

    private void LayOut(int block, byte delimiter)
    {
        var faults = new LayoutFaults(block);
        _layout ??= new RowLayout(_buffer);
        var from = _marks.Ends[_before] + 1;
        if (_marks.Irregular)
            _layout.FromScanner(from, Math.Min(_marks.Ends[_marks.Count - 1] + 1, _buffer.End), delimiter, columns, faults);
        else
            _layout.FromMarks(_marks, _firstRow, _before, columns, faults);
        Faults = faults.Any ? faults : null;
    }
}
