using System.Buffers;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Splits bytes into rows and fields by RFC 4180, in one pass. LF, CRLF and a lone CR each end a row; blank lines are skipped.
/// </summary>
internal ref struct CsvScanner(ReadOnlySpan<byte> bytes, byte delimiter)
{
    private const byte Quote = (byte)'"';
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly SearchValues<byte> _stops = SearchValues.Create([delimiter, Quote, (byte)'\n', (byte)'\r']);
    private int _at;

    /// <summary>The bytes read so far.</summary>
    public readonly int Position => _at;

    /// <summary>1-based line of the current position.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>True after the last field of a row.</summary>
    public bool RowEnded { get; private set; }

    /// <summary>What was wrong with the last field.</summary>
    public CsvFault Fault { get; private set; }

    /// <summary>The line of the fault: for an unclosed quote the line where it opened.</summary>
    public int FaultLine { get; private set; }

    /// <summary>Moves to the next row; false at the end of the file.</summary>
    public bool BeginRow()
    {
        while (_at < _bytes.Length && _bytes[_at] is (byte)'\n' or (byte)'\r')
            EndLine();
        RowEnded = _at >= _bytes.Length;
        return !RowEnded;
    }

    public CsvField ReadField()
    {
        Fault = CsvFault.None;
        return _at < _bytes.Length && _bytes[_at] == Quote ? ReadQuoted() : ReadPlain(_at);
    }

    private CsvField ReadPlain(int start)
    {
        while (true)
        {
            var found = _bytes[_at..].IndexOfAny(_stops);
            _at = found < 0 ? _bytes.Length : _at + found;
            if (found < 0 || _bytes[_at] != Quote)
                break;
            if (Fault == CsvFault.None)
                SetFault(CsvFault.StrayQuote, Line);
            _at++;
        }

        var field = new CsvField(_bytes[start.._at], quoted: false, escaped: false);
        EndField();
        return field;
    }

    private CsvField ReadQuoted()
    {
        var start = _at++;
        var opened = Line;
        var escaped = false;
        while (true)
        {
            var found = _bytes[_at..].IndexOfAny(Quote, (byte)'\n', (byte)'\r');
            if (found < 0)
                return Unclosed(start, opened);
            _at += found;
            if (_bytes[_at] != Quote)
            {
                EndLine();
                continue;
            }

            _at++;
            if (_at >= _bytes.Length || _bytes[_at] != Quote)
                return Close(start, escaped);
            escaped = true;
            _at++;
        }
    }

    private CsvField Close(int start, bool escaped)
    {
        if (_at < _bytes.Length && _bytes[_at] != delimiter && _bytes[_at] is not ((byte)'\n' or (byte)'\r'))
        {
            SetFault(CsvFault.TextAfterQuote, Line);
            return ReadPlain(start);
        }

        var field = new CsvField(_bytes[start.._at], quoted: true, escaped);
        EndField();
        return field;
    }

    private CsvField Unclosed(int start, int opened)
    {
        SetFault(CsvFault.UnclosedQuote, opened);
        _at = _bytes.Length;
        RowEnded = true;
        return new CsvField(_bytes[start..], quoted: false, escaped: false);
    }

    private void SetFault(CsvFault fault, int line)
    {
        Fault = fault;
        FaultLine = line;
    }

    private void EndField()
    {
        if (_at < _bytes.Length && _bytes[_at] == delimiter)
        {
            _at++;
            return;
        }

        RowEnded = true;
        if (_at < _bytes.Length)
            EndLine();
    }

    private void EndLine()
    {
        _at += _bytes[_at] == '\r' && _at + 1 < _bytes.Length && _bytes[_at + 1] == '\n' ? 2 : 1;
        Line++;
    }
}
