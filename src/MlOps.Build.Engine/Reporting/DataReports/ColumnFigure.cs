using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>How a column's values are distributed: a histogram of numbers and dates, bars of frequent values.</summary>
internal static class ColumnFigure
{
    private const int MostBars = 10;

    private static readonly double FirstDay = DateOnly.MinValue.DayNumber - DateColumn.Epoch.DayNumber;
    private static readonly double LastDay = DateOnly.MaxValue.DayNumber - DateColumn.Epoch.DayNumber;
    private static readonly double FirstInstant = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly double LastInstant = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Null when there is nothing to draw.</summary>
    /// <param name="column">Not sensitive.</param>
    /// <param name="index">0-based place of the column.</param>
    /// <param name="values">Rows with a value.</param>
    /// <param name="words">The language.</param>
    public static Figure? Of(ProfiledColumn column, int index, long values, ReportWords words)
    {
        if (column.Counts.Count > 1)
            return Made(index, Histogram(column, words), sentence => HistogramPlot.Of(column.Counts, (column.Minimum ?? "", column.Maximum ?? ""), sentence, words), words);
        return column.Top.Count > 0 && values > 0
            ? Made(index, Bars(column, values, words), sentence => ValuePlot.Of([.. column.Top.Take(MostBars)], values, sentence, words), words)
            : null;
    }

    /// <summary>A number of the profile as people read it: dates and times as such.</summary>
    public static string Value(ProfiledColumn column, double value, ReportWords words) => column.Type switch
    {
        ColumnType.Date => DateColumn.Epoch.AddDays((int)Within(value, FirstDay, LastDay)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ColumnType.Timestamp => TimestampColumn.TextOf(DateTimeOffset.FromUnixTimeMilliseconds((long)Within(value, FirstInstant, LastInstant))),
        _ => words.Number(value),
    };

    // Quantiles and edges of bins are rounded, and at the ends of the calendar beyond it.
    private static double Within(double value, double first, double last) => Math.Clamp(Math.Round(value), first, last);

    private static Figure Made(int index, string sentence, Func<string, System.Xml.Linq.XElement> plot, ReportWords words) => new()
    {
        Id = $"{ColumnSection.Id(index)}-values",
        Title = words.Say("Distribution"),
        Sentence = sentence,
        Plot = plot(sentence),
    };

    private static string Histogram(ProfiledColumn column, ReportWords words)
    {
        string At(double share) => column.Quantiles.FirstOrDefault(quantile => quantile.Share == share) is { } quantile ? Value(column, quantile.Value, words) : "";
        var fullest = column.Counts.Max();
        var bin = column.Counts.ToList().IndexOf(fullest);
        return words.Sentences(
            words.Say($"Half of the values lie between {At(0.25)} and {At(0.75)}; the median is {At(0.5)}."),
            words.Say($"The fullest of {column.Counts.Count} bins, {Value(column, column.Edges[bin], words)} to {Value(column, column.Edges[bin + 1], words)}, holds {words.Count(fullest)} rows."));
    }

    private static string Bars(ProfiledColumn column, long values, ReportWords words)
    {
        var most = column.Top[0];
        var shown = column.Top.Take(MostBars).Sum(value => value.Count);
        return words.Sentences(
            words.Say($"The most frequent value is {SafeText.Of(most.Value, 60)}: {words.Count(most.Count)} rows ({words.Percent(most.Count / (double)values)})."),
            column.Distinct > Math.Min(MostBars, column.Top.Count)
                ? words.Say($"The {Math.Min(MostBars, column.Top.Count)} shown make up {words.Percent(Math.Min(1, shown / (double)values))} of the rows with a value.")
                : "");
    }
}
