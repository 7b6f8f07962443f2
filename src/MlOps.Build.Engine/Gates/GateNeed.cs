using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates;

/// <summary>Says what would have had to differ for a comparison to pass.</summary>
internal sealed class GateNeed(Comparison comparison, DisplayUnit unit)
{
    /// <summary>More rows than this times the test split are no advice.</summary>
    private const double MostRows = 1000;

    private bool Up => comparison is Comparison.AtLeast or Comparison.Above;

    /// <summary>For a value that decides: <c>passes if ROC AUC were at least 0.7: 0.04 more</c>.</summary>
    public string Point(string subject, double value, double limit)
    {
        var bound = unit.Apart(limit, value);
        var condition = $"passes if {subject.TrimEnd('=', ' ')} were {comparison.Words()} {bound}";
        return comparison is Comparison.Equal or Comparison.Different ? condition : $"{condition}: {Gap(value, limit)}";
    }

    /// <summary>
    /// For an interval that decides. An interval's width shrinks with the square root of the number of rows, so half the width takes four
    /// times the rows; that is the law of the standard error, and an estimate for a bootstrap interval.
    /// </summary>
    public string Interval(double value, double limit, Interval? interval)
    {
        if (interval is not { } range)
            return "without '@' the value alone would decide";
        var (end, name) = Up ? (range.Low, "lower") : (range.High, "upper");
        var must = $"the interval's {name} end {unit.Apart(end, limit)} would have to be {comparison.Words()} {unit.Apart(limit, end)}";
        var (distance, half) = Up ? (value - limit, value - end) : (limit - value, end - value);
        if (distance <= 0)
            return $"{must}: {Gap(end, limit)}; more test rows alone would not do, since the value itself is on the wrong side";
        return $"{must}; {Rows(half / distance)}";
    }

    private static string Rows(double narrower)
    {
        var factor = narrower * narrower;
        return factor > MostRows
            ? $"that would take more than {NumberText.Count((long)MostRows)} times the test rows"
            : $"about {NumberText.Of(factor, factor < 10 ? 1 : 0)} times the test rows would narrow it that far";
    }

    private string Gap(double value, double limit)
    {
        var gap = Math.Abs(limit - value);
        var text = unit.Of(gap, unit.Decimals(gap, 0));
        return $"{text} {(limit > value || (limit == value && Up) ? "more" : "less")}";
    }
}
