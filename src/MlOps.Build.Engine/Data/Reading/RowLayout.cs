using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The rows of a block that are not simply every n-th end: with CRLF, blank lines, rows of a wrong width or irregular quotes.</summary>
internal sealed class RowLayout(BlockBuffer buffer)
{
    private int[] _ends = [];
    private int _count;
    private int _columns;

    public ReadOnlySpan<int> Ends => _ends;

    public int Rows { get; private set; }

    /// <summary>Lays out the rows that marks tell.</summary>
    /// <param name="marks">Ends of fields and rows.</param>
    /// <param name="firstRow">Index of the first row's end in <see cref="BlockMarks.RowEnds"/>.</param>
    /// <param name="before">Index in <see cref="BlockMarks.Ends"/> of the end before the first row.</param>
    /// <param name="columns">Fields that a row must have.</param>
    /// <param name="faults">Takes rows that have not.</param>
    public void FromMarks(BlockMarks marks, int firstRow, int before, int columns, LayoutFaults faults)
    {
        Clear(columns, marks.RowCount);
        for (var row = firstRow; row < marks.RowCount; row++)
        {
            var last = marks.RowEnds[row];
            Add(marks.Ends.AsSpan(before..(last + 1)), faults);
            before = last;
        }
    }

    /// <summary>Lays out rows by the sequential scanner, which knows what to make of any quote.</summary>
    public void FromScanner(int from, int to, byte delimiter, int columns, LayoutFaults faults)
    {
        Clear(columns, 16);
        var line = LineEnds.Count(buffer.Bytes.AsSpan(BlockBuffer.From..buffer.End), from - BlockBuffer.From);
        var scanner = new CsvScanner(buffer.Bytes.AsSpan(from..to), delimiter);
        var ends = new List<int>();
        while (scanner.BeginRow())
        {
            ends.Clear();
            ends.Add(from + scanner.Position - 1);
            var rowLine = line + scanner.Line - 1;
            while (!scanner.RowEnded)
            {
                var start = from + scanner.Position;
                ends.Add(start + scanner.ReadField().Raw.Length);
                if (scanner.Fault != CsvFault.None)
                    faults.Add(scanner.Fault, line + scanner.FaultLine - 1, ends.Count - 1);
            }

            if (ends.Count - 1 == columns)
                Append(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ends));
            else if (scanner.Fault != CsvFault.UnclosedQuote)
                faults.Add(WrongWidth(ends.Count - 1, rowLine));
        }
    }

    private void Add(ReadOnlySpan<int> ends, LayoutFaults faults)
    {
        var (start, end) = (ends[0] + 1, ends[^1]);
        if (end > start && buffer.Bytes[end] == '\n' && buffer.Bytes[end - 1] == '\r')
            end--;
        if (ends.Length == 2 && end == start)
            return;
        if (ends.Length - 1 == _columns)
        {
            Append(ends);
            _ends[_count - 1] = end;
        }
        else
        {
            var bytes = buffer.Bytes.AsSpan(BlockBuffer.From..buffer.End);
            faults.Add(WrongWidth(ends.Length - 1, LineEnds.Count(bytes, start - BlockBuffer.From)));
        }
    }

    private LayoutFault WrongWidth(int fields, int line) =>
        new(DataCodes.FieldCount, CsvFault.None, line, Math.Min(fields, _columns + 1), fields);

    private void Append(ReadOnlySpan<int> ends)
    {
        if (_count + ends.Length > _ends.Length)
            Array.Resize(ref _ends, Math.Max(_ends.Length * 2, _count + ends.Length));
        ends.CopyTo(_ends.AsSpan(_count));
        _count += ends.Length;
        Rows++;
    }

    private void Clear(int columns, int rows)
    {
        (_count, Rows, _columns) = (0, 0, columns);
        if (_ends.Length < rows * (columns + 1))
            _ends = new int[rows * (columns + 1)];
    }
}
