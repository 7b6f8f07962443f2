namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Dates <c>yyyy-MM-dd</c> and timestamps by ISO 8601 from UTF-8, spaces around them ignored.</summary>
internal static class DateParser
{
    /// <summary>Days since 1970-01-01.</summary>
    public static ParseOutcome Date(ReadOnlySpan<byte> text, out int value)
    {
        var parsed = TryDate(text.Trim((byte)' '), out var date);
        value = parsed ? date.DayNumber - DateColumn.Epoch.DayNumber : 0;
        return parsed ? ParseOutcome.Parsed : ParseOutcome.Mismatch;
    }

    /// <summary>A date, or a date and a time after <c>T</c> or a space; without an offset it is UTC.</summary>
    public static ParseOutcome Timestamp(ReadOnlySpan<byte> text, out DateTimeOffset value) => Timestamp(text, out value, out _);

    public static ParseOutcome Timestamp(ReadOnlySpan<byte> text, out DateTimeOffset value, out bool hasOffset)
    {
        text = text.Trim((byte)' ');
        value = default;
        hasOffset = false;
        if (text.Length < 10 || !TryDate(text[..10], out var date))
            return ParseOutcome.Mismatch;
        var time = TimeSpan.Zero;
        var offset = TimeSpan.Zero;
        if (text.Length > 10 && (text[10] is not ((byte)'T' or (byte)' ') || !TryTime(text[11..], out time, out offset, out hasOffset)))
            return ParseOutcome.Mismatch;
        var ticks = date.DayNumber * TimeSpan.TicksPerDay + time.Ticks;
        var utc = ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
            return ParseOutcome.Mismatch;
        value = new DateTimeOffset(ticks, offset);
        return ParseOutcome.Parsed;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        var year = Digits(text[..4]);
        var month = Digits(text[5..7]);
        var day = Digits(text[8..]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    // HH:mm, HH:mm:ss or HH:mm:ss.fffffff, then nothing, Z or an offset.
    private static bool TryTime(ReadOnlySpan<byte> text, out TimeSpan time, out TimeSpan offset, out bool hasOffset)
    {
        time = offset = TimeSpan.Zero;
        var end = text.IndexOfAny((byte)'Z', (byte)'+', (byte)'-');
        hasOffset = end >= 0;
        if (hasOffset && !TryOffset(text[end..], out offset))
            return false;
        var clock = hasOffset ? text[..end].TrimEnd((byte)' ') : text;
        if (clock.Length < 5 || clock[2] != ':')
            return false;
        var hour = Digits(clock[..2]);
        var minute = Digits(clock[3..5]);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || !TrySeconds(clock[5..], out var ticks))
            return false;
        time = new TimeSpan(hour, minute, 0) + TimeSpan.FromTicks(ticks);
        return true;
    }

    private static bool TrySeconds(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
            return true;
        if (text.Length < 3 || text[0] != ':' || Digits(text[1..3]) is var seconds && seconds is < 0 or > 59)
            return false;
        ticks = seconds * TimeSpan.TicksPerSecond;
        return text.Length == 3 || TryFraction(text[3..], ref ticks);
    }

    // Digits beyond a tick (100 ns) are cut off, not refused: databases write nanoseconds.
    private static bool TryFraction(ReadOnlySpan<byte> text, ref long ticks)
    {
        if (text.Length < 2 || text[0] is not ((byte)'.' or (byte)',') || text[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        var unit = TimeSpan.TicksPerSecond;
        foreach (var digit in text[1..])
        {
            unit /= 10;
            ticks += (digit - '0') * unit;
        }

        return true;
    }

    // Z, +hh, +hhmm or +hh:mm, at most 14 hours.
    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text[0] == 'Z')
            return text.Length == 1;
        if (text.Length is not (3 or 5 or 6) || (text.Length == 6 && text[3] != ':'))
            return false;
        var hours = Digits(text[1..3]);
        var minutes = text.Length == 3 ? 0 : Digits(text[^2..]);
        if (hours < 0 || minutes is < 0 or > 59 || hours * 60 + minutes > 14 * 60)
            return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    // -1 when one of the bytes is no digit.
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
