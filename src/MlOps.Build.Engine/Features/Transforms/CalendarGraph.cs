namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>
/// The civil calendar from days since 1970-01-01 in int64 operators (Hinnant, "chrono-compatible low-level date algorithms",
/// civil_from_days). Days are counted from 0000-03-01, so that every date from year 1 on is positive and a division that truncates is
/// one that floors.
/// </summary>
internal sealed class CalendarGraph
{
    private const long MillisecondsPerDay = 86_400_000;
    private const long MillisecondsPerHour = 3_600_000;
    private const long DaysBeforeEpoch = 719_468;

    private readonly FitContext _context;
    private readonly string _milliseconds;
    private readonly string _days;
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    public CalendarGraph(FitContext context, string time, bool isTimestamp)
    {
        _context = context;
        var unit = isTimestamp ? MillisecondsPerDay : 1;
        _milliseconds = Add(time, DaysBeforeEpoch * unit);
        _days = isTimestamp ? Div(_milliseconds, MillisecondsPerDay) : _milliseconds;
    }

    /// <summary>The graph's value of a part.</summary>
    public string Part(string part) => part switch
    {
        DatePart.Hour => Div(Sub(_milliseconds, Mul(_days, MillisecondsPerDay)), MillisecondsPerHour),
        // 0000-03-01 was a Wednesday, 2 with Monday 0.
        DatePart.DayOfWeek => Modulo(Add(_days, 2), 7),
        DatePart.DayOfYear => DayOfYear(),
        _ => Civil(part),
    };

    private string Civil(string part)
    {
        if (_parts.Count == 0)
            Compute();
        return _parts[part];
    }

    private void Compute()
    {
        var era = Div(_days, 146_097);
        var dayOfEra = Sub(_days, Mul(era, 146_097));
        var leapless = Sub(Add(Sub(dayOfEra, Div(dayOfEra, 1460)), Div(dayOfEra, 36_524)), Div(dayOfEra, 146_096));
        var yearOfEra = Div(leapless, 365);
        var daysOfYears = Sub(Add(Mul(yearOfEra, 365), Div(yearOfEra, 4)), Div(yearOfEra, 100));
        var dayOfMarchYear = Sub(dayOfEra, daysOfYears);
        var monthFromMarch = Div(Add(Mul(dayOfMarchYear, 5), 2), 153);
        var isBeforeMarch = _context.Node("Less", Const(9), monthFromMarch);
        var year = Add(yearOfEra, Mul(era, 400));
        _parts["march_day"] = dayOfMarchYear;
        _parts["before_march"] = isBeforeMarch;
        _parts[DatePart.Day] = Add(Sub(dayOfMarchYear, Div(Add(Mul(monthFromMarch, 153), 2), 5)), 1);
        _parts[DatePart.Month] = _context.Node("Where", isBeforeMarch, Add(monthFromMarch, -9), Add(monthFromMarch, 3));
        _parts[DatePart.Year] = _context.Node("Where", isBeforeMarch, Add(year, 1), year);
    }

    // January 1 is day 306 of a year that begins in March; March 1 is the 60th day of the year, in leap years the 61st.
    private string DayOfYear()
    {
        var year = Civil(DatePart.Year);
        var before = Add(year, -1);
        var leap = Add(Sub(Steps(year, before, 4), Steps(year, before, 100)), Steps(year, before, 400));
        var fromMarch = Add(Add(_parts["march_day"], 60), leap);
        return _context.Node("Where", _parts["before_march"], Add(_parts["march_day"], -305), fromMarch);
    }

    // 1 when the year is a multiple of the number, otherwise 0.
    private string Steps(string year, string before, long number) => Sub(Div(year, number), Div(before, number));

    private string Modulo(string value, long number) => Sub(value, Mul(Div(value, number), number));

    private string Add(string value, long number) => _context.Node("Add", value, Const(number));

    private string Add(string left, string right) => _context.Node("Add", left, right);

    private string Sub(string left, string right) => _context.Node("Sub", left, right);

    private string Mul(string value, long number) => _context.Node("Mul", value, Const(number));

    private string Div(string value, long number) => _context.Node("Div", value, Const(number));

    private string Const(long number) => _context.Whole(number);
}
