using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>The first screen of the data's page: whether the rules hold, and how much there is.</summary>
internal static class DataHeader
{
    public static XElement Of(DataReportModel model, ReportWords words)
    {
        var (style, mark) = Marks(model.Summary);
        return new XElement(
            "header",
            new XElement(
                "div",
                new XAttribute("class", "top"),
                new XElement("p", new XAttribute("class", "name"), HtmlBlocks.Name(model.Name), new XElement("span", words.Say("Data"))),
                HtmlTools.Of(words)),
            new XElement(
                "h1",
                new XAttribute("class", style),
                HtmlChecklist.MarkOf(mark),
                new XElement("span", ReportWords.Capital(Verdict(model.Summary, words)))),
            new XElement("p", new XAttribute("class", "about"), SafeText.Of(About(model, words), 600)));
    }

    /// <summary>Such as <c>all 31 rules hold</c>.</summary>
    public static string Verdict(DataSummary data, ReportWords words)
    {
        var broken = data.Violations.Count;
        if (broken > 0)
            return words.Say(broken, $"{broken} of {data.Rules} rules is broken", $"{broken} of {data.Rules} rules are broken");
        return data.Inferred ? words.Say("not judged, the contract was inferred from the data themselves")
            : data.Rules == 0 ? words.Say("no rules are declared")
            : words.Say(data.Rules, $"its one rule holds", $"all {data.Rules} rules hold");
    }

    private static (string Style, string Mark) Marks(DataSummary data) => data switch
    {
        _ when data.Violations.Any(violation => violation.Severity == DiagnosticSeverity.Error) => ("fail", "\u2715"),
        { Violations.Count: > 0 } => ("open", "!"),
        { Inferred: true } or { Rules: 0 } => ("open", "?"),
        _ => ("pass", "\u2713"),
    };

    private static string About(DataReportModel model, ReportWords words)
    {
        var (rows, columns, missing) = (model.Profile.Rows, model.Profile.Columns.Count, model.Profile.Columns.Sum(column => column.Missing));
        var fields = (double)rows * columns;
        return words.Sentences(
            words.Say($"{rows} rows, {columns} columns."),
            missing == 0 ? words.Say("No field is missing.") : words.Say($"{words.Percent(missing / fields)} of the fields are missing."),
            model.Relations.RepeatedRows == 0
                ? words.Say("No row repeats another.")
                : words.Say(model.Relations.RepeatedRows, $"{model.Relations.RepeatedRows} row repeats an earlier one.", $"{model.Relations.RepeatedRows} rows repeat an earlier one."),
            model.Summary.Quality is { } quality ? words.Say($"Data quality {words.Percent(quality.Score)}.") : "");
    }
}
