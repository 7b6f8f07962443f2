using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Finds the narrowest type that every value of a column has.</summary>
internal sealed class TypeSniffer
{
    private bool _any;
    private bool _boolean = true;
    private bool _integer = true;
    private bool _number = true;
    private bool _date = true;
    private bool _timestamp = true;

    /// <summary>True once there was a value.</summary>
    public bool Any => _any;

    /// <summary>String when there are no values.</summary>
    public ColumnType Type => !_any ? ColumnType.String
        : _boolean ? ColumnType.Boolean
        : _integer ? ColumnType.Int64
        : _number ? ColumnType.Float64
        : _date ? ColumnType.Date
        : _timestamp ? ColumnType.Timestamp
        : ColumnType.String;

    public TypeSniffer Copy() => (TypeSniffer)MemberwiseClone();

    /// <summary>Takes the values of another part of the column into account.</summary>
    public void Merge(TypeSniffer other)
    {
        _any |= other._any;
        _boolean &= other._boolean;
        _integer &= other._integer;
        _number &= other._number;
        _date &= other._date;
        _timestamp &= other._timestamp;
    }

    public void Add(in CsvField field)
    {
        _any = true;
        var text = field.Content;
        if (_integer || _number)
            Numbers(text);
        _boolean = _boolean && NumberParser.Boolean(text, out _) == ParseOutcome.Parsed;
        _date = _date && DateParser.Date(text, out _) == ParseOutcome.Parsed;
        _timestamp = _timestamp && DateParser.Timestamp(text, out _) == ParseOutcome.Parsed;
    }

    // A leading zero ("02134") or more digits than 64 bits hold mark identifiers, whose digits a number would lose.
    private void Numbers(ReadOnlySpan<byte> text)
    {
        text = text.Trim((byte)' ');
        var digits = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        if (digits is [(byte)'0', >= (byte)'0' and <= (byte)'9', ..])
            _integer = _number = false;
        else if (_integer && NumberParser.Int64(text, out _) == ParseOutcome.Parsed)
            return;
        else if (digits.Length > 18 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            _number = NumberParser.Int64(text, out _) == ParseOutcome.Parsed;
        else
            _number = _number && NumberParser.Float64(text, out _) != ParseOutcome.Mismatch;
        _integer = false;
    }
}
