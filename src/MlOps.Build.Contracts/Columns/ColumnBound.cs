namespace MlOps.Build.Contracts;

/// <summary>The smallest or largest value of a column, in the form in which the column is read.</summary>
public readonly struct ColumnBound : IComparable<ColumnBound>
{
    private readonly long _integer;
    private readonly double _number;
    private readonly ReadOnlyMemory<byte> _text;
    private readonly Kind _kind;

    private ColumnBound(Kind kind, long integer, double number, ReadOnlyMemory<byte> text) =>
        (_kind, _integer, _number, _text) = (kind, integer, number, text);

    private enum Kind
    {
        Integer,
        Number,
        Text,
    }

    /// <summary>A bound of integers, of dates in days, of timestamps in the column's unit, or of booleans as 0 and 1.</summary>
    public static ColumnBound Of(long value) => new(Kind.Integer, value, value, default);

    /// <summary>A bound of numbers.</summary>
    public static ColumnBound Of(double value) => new(Kind.Number, 0, value, default);

    /// <summary>A bound of text, in UTF-8; texts are ordered by their bytes. A writer may have cut it inside a character.</summary>
    public static ColumnBound Of(ReadOnlyMemory<byte> utf8) => new(Kind.Text, 0, 0, utf8);

    /// <summary>The integer; of a bound of integers alone.</summary>
    public long Integer => _kind == Kind.Integer ? _integer : throw new InvalidOperationException("This bound is no integer.");

    /// <summary>The number; of a bound of numbers or integers.</summary>
    public double Number => _kind != Kind.Text ? _number : throw new InvalidOperationException("This bound is text.");

    /// <summary>The text in UTF-8; of a bound of text alone.</summary>
    public ReadOnlyMemory<byte> Text => _kind == Kind.Text ? _text : throw new InvalidOperationException("This bound is no text.");

    /// <inheritdoc/>
    public int CompareTo(ColumnBound other)
    {
        if ((_kind == Kind.Text) != (other._kind == Kind.Text))
            throw new ArgumentException("Text is compared with text alone.", nameof(other));
        return (_kind, other._kind) switch
        {
            (Kind.Text, _) => _text.Span.SequenceCompareTo(other._text.Span),
            (Kind.Integer, Kind.Integer) => _integer.CompareTo(other._integer),
            _ => _number.CompareTo(other._number),
        };
    }
}
