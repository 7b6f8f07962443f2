using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>What one column holds, behind a line with its name.</summary>
internal static class ColumnDetails
{
    private static readonly double[] Shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

    public static Fold Of(ProfiledColumn column, int index, DataReportModel model, ReportWords words)
    {
        var blocks = new List<ReportBlock> { new Paragraph(Summary(column, model.Profile.Rows, words)) };
        if (!column.Sensitive && ColumnFigure.Of(column, index, model.Profile.Rows - column.Missing, words) is { } figure)
            blocks.Add(new FigureRow([figure]));
        if (!column.Sensitive && column.Quantiles.Count > 0)
            blocks.Add(Quantiles(column, words));
        if (!column.Sensitive && column.Mean is not null)
            blocks.Add(Moments(column, words));
        blocks.AddRange(Rules(column, model, words));
        return new Fold($"{column.Name} \u00B7 {ColumnTypes.Name(column.Type)}", blocks) { Id = ColumnSection.Id(index) };
    }

    private static string Summary(ProfiledColumn column, long rows, ReportWords words) => words.Sentences(
        column.Missing == 0 ? words.Say("Every row has a value.")
            : words.Say($"{words.Count(column.Missing)} of {words.Count(rows)} rows ({words.Percent(column.Missing / (double)rows)}) have no value."),
        column.NotFinite > 0 ? words.Say($"{words.Count(column.NotFinite)} values are not a finite number.") : "",
        Distinct(column, rows, words),
        column.Lengths is { } lengths ? words.Say($"Texts have {words.Count(lengths.Minimum)} to {words.Count(lengths.Maximum)} characters, {words.Number(lengths.Mean, 1)} on average.") : "",
        column.Sensitive ? words.Say("The contract calls it sensitive, so nothing more is shown.") : "");

    private static string Distinct(ProfiledColumn column, long rows, ReportWords words) => column.Distinct switch
    {
        null => "",
        { } distinct when column.DistinctError > 0 => words.Say($"About {words.Count(distinct)} different values."),
        1 => words.Say("There is only one value."),
        { } distinct when distinct > 1 && distinct == rows - column.Missing => words.Say("Every value is different."),
        { } distinct => words.Say($"{words.Count(distinct)} different values."),
    };

    private static ReportTable Quantiles(ProfiledColumn column, ReportWords words)
    {
        var shown = column.Quantiles.Where(quantile => Shares.Contains(quantile.Share)).ToList();
        return new ReportTable(
            [new(words.Say("quantile")), .. shown.Select(quantile => new TableColumn(words.Percent(quantile.Share), true))],
            [[words.Say("value"), .. shown.Select(quantile => (quantile.Low is null ? "" : "\u2248 ") + ColumnFigure.Value(column, quantile.Value, words))]]);
    }

    private static ReportTable Moments(ProfiledColumn column, ReportWords words) => new(
        [
            new(words.Say("moment")), new(words.Say("mean"), true), new(words.Say("standard deviation"), true),
            new(words.Say("skewness"), true), new(words.Say("excess kurtosis"), true),
        ],
        [[
            words.Say("value"), .. new[] { column.Mean, column.StandardDeviation, column.Skewness, column.Kurtosis }
                .Select(moment => moment is { } value ? words.Number(value) : words.Say("not defined")),
        ]]);

    private static IEnumerable<Paragraph> Rules(ProfiledColumn column, DataReportModel model, ReportWords words)
    {
        if (model.Rules.TryGetValue(column.Name, out var rules) && rules.Count > 0)
            yield return new Paragraph(words.Say($"Rules: {string.Join("; ", rules.Select(words.Echo))}."));
        foreach (var violation in model.Summary.Violations.Where(violation => violation.Column == column.Name))
        {
            var rule = column.Sensitive ? violation.Code : words.Echo(violation.Rule);
            yield return new Paragraph(words.Say($"Broken: {rule}, by {words.Count(violation.Count)} rows ({words.Percent(violation.Share)})."));
        }
    }
}
