namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Numbers and at most one named month in the order in which they stand, and which of them is day, month and year (as python-dateutil decides).</summary>
internal sealed class DateParts
{
    private const int MostDays = 31;
    private readonly List<int> _values = [];
    private int _month = -1;
    private int _year = -1;

    public bool Any => _values.Count > 0;

    /// <summary>False when a month is there already.</summary>
    public bool AddMonth(int month)
    {
        if (_month >= 0)
            return false;
        _month = _values.Count;
        _values.Add(month);
        return true;
    }

    /// <summary>False when the number has too many digits.</summary>
    public bool AddNumber(string digits)
    {
        if (digits.Length is 8 or 6 && _values.Count == 0)
        {
            var year = digits.Length - 4;
            return AddNumber(digits[..year]) && AddNumber(digits.Substring(year, 2)) && AddNumber(digits[(year + 2)..]);
        }

        if (digits.Length > 4)
            return false;
        if (digits.Length > 2)
            _year = _values.Count;
        _values.Add(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }

    public bool IsDate() => _values.Count switch
    {
        0 => true,
        1 => _month >= 0 || IsYear(_values[0]) || IsDay(_values[0]),
        2 => IsTwo(_values[0], _values[1]),
        3 => IsThree(_values[0], _values[1], _values[2]),
        _ => false,
    };

    private bool IsTwo(int first, int second) => _month switch
    {
        0 => second > MostDays || IsDay(second, first),
        1 => first > MostDays || IsDay(first, second),
        _ when first > MostDays => IsMonth(second),
        _ when second > MostDays => IsMonth(first),
        _ => IsDay(second, first),
    };

    private bool IsThree(int first, int second, int third) => _month switch
    {
        0 => second > MostDays ? IsDay(third, first, second) : IsDay(second, first, third),
        1 => first > MostDays ? IsDay(third, second, first) : IsDay(first, second, third),
        2 => second > MostDays ? IsDay(first, third, second) : IsDay(second, third, first),
        _ when first > MostDays || _year == 0 => IsDay(third, second, first),
        _ when first > 12 => IsDay(first, second, third),
        _ => IsDay(second, first, third),
    };

    private static bool IsMonth(int month) => month is >= 1 and <= 12;

    private bool IsYear(int value) => value > MostDays || _year == 0;

    private static bool IsDay(int day) => day is >= 1 and <= MostDays;

    // The year is not known, so 29 February is a day.
    private static bool IsDay(int day, int month) => IsDay(day, month, 2000);

    private static bool IsDay(int day, int month, int year) =>
        IsMonth(month) && day >= 1 && year is >= 0 and <= 9999 && day <= DateTime.DaysInMonth(year < 100 ? 2000 + year : year, month);
}
