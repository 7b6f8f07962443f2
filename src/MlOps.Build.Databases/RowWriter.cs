using System.Buffers;
using System.Globalization;
using System.Text;

namespace MlOps.Build.Databases;

/// <summary>
/// Rows as CSV in the one form that a lock pins: UTF-8, lines that end in LF, texts always in quotes, nothing for a missing value, numbers of floating point in
/// the fewest digits that give them back and never like whole ones.
/// </summary>
internal sealed class RowWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 17);
    private bool _inRow;

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    public void Clear() => _bytes.ResetWrittenCount();

    public void BeginField()
    {
        if (_inRow)
            Put((byte)',');
        _inRow = true;
    }

    public void EndRow()
    {
        Put((byte)'\n');
        _inRow = false;
    }

    public void Number(long value) => Plain(value.ToString(CultureInfo.InvariantCulture));

    public void Number(decimal value) => Plain(value.ToString(CultureInfo.InvariantCulture));

    public void Number(float value) => Point(value.ToString("R", CultureInfo.InvariantCulture));

    public void Number(double value) => Point(value.ToString("R", CultureInfo.InvariantCulture));

    public void Truth(bool value) => Plain(value ? "true" : "false");

    public void Date(DateOnly value) => Plain(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Time(TimeOnly value) => Quoted(value.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));

    /// <summary>A time of UTC, or one of an unknown place.</summary>
    public void Timestamp(DateTime value) =>
        Plain(value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + (value.Kind == DateTimeKind.Utc ? "Z" : ""));

    public void Quoted(string text)
    {
        Put((byte)'"');
        Plain(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        Put((byte)'"');
    }

    // A column of 1.0 and 2.0 stays one of numbers with a point.
    private void Point(string text) => Plain(text.AsSpan().IndexOfAny(".EINn") < 0 ? text + ".0" : text);

    private void Plain(string text) => _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    private void Put(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
