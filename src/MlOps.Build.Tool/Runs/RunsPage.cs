using System.Globalization;
using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;
using MlOps.Build.Engine.Reporting.Rendering;

namespace MlOps.Build.Tool.Runs;

/// <summary>Runs side by side as a page: what they measured at last, by step, and all their fields.</summary>
internal static class RunsPage
{
    private const int MostFigures = 24;
    private const int MostPoints = 200;

    public static string Of(IReadOnlyList<TrackedRun> runs)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{runs.Count} runs compared");
        var header = new XElement("header", new XElement("h1", title));
        List<ReportSection> sections =
        [
            Section("values", "Metrics", Row(Values(runs))),
            Section("steps", "Metrics by step", Row(Steps(runs))),
            Section("fields", "All fields", [Table(runs)]),
        ];
        return HtmlPage.Of(title, header, [.. sections.Where(section => section.Blocks.Count > 0)], runs.Select(Name), ReportWords.English);
    }

    private static ReportSection Section(string id, string title, IReadOnlyList<ReportBlock> blocks) => new(id, title, 1, blocks);

    private static IReadOnlyList<ReportBlock> Row(List<Figure> figures) => figures.Count == 0 ? [] : [new FigureRow(figures)];

    // What two runs at least have read once.
    private static List<Figure> Values(IReadOnlyList<TrackedRun> runs) =>
    [
        .. Keys(runs).Where(key => runs.All(run => run.Metrics.Count(metric => metric.Key == key) < 2)).Select(key => (Key: key, Strips: Strips(runs, key)))
            .Where(row => row.Strips.Count > 1)
            .Take(MostFigures)
            .Select(row => new Figure
            {
                Id = Id("value", row.Key),
                Title = row.Key,
                Sentence = $"{row.Key} by run, with its interval where there is one.",
                Plot = DotPlot.Shared(row.Strips, null, $"{row.Key} by run", ReportWords.English),
            }),
    ];

    private static List<Strip> Strips(IReadOnlyList<TrackedRun> runs, string key) =>
    [
        .. runs.SelectMany(run => run.Metrics.Where(metric => metric.Key == key && double.IsFinite(metric.Value))
            .Select(metric => new Strip(Name(run), metric.Value, metric.Lower, metric.Upper, []))),
    ];

    private static List<Figure> Steps(IReadOnlyList<TrackedRun> runs) =>
    [
        .. Keys(runs).Select(key => (Key: key, Curves: runs.Select(run => Curve(run, key)).Where(curve => curve.Points.Count > 1).Take(CurvePlot.MostSeries).ToList()))
            .Where(row => row.Curves.Count > 0)
            .Take(MostFigures)
            .Select(row => new Figure
            {
                Id = Id("step", row.Key),
                Title = row.Key,
                Sentence = $"{row.Key} by step.",
                Legend = [.. row.Curves.Select(curve => curve.Name)],
                Plot = StepPlot.Of(row.Curves, row.Key),
            }),
    ];

    private static string Id(string kind, string key) => $"{kind}-{string.Concat(key.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}";

    // Of many steps as many as the plot has room for, the first and the last among them.
    private static Curve Curve(TrackedRun run, string key)
    {
        var readings = run.Metrics.Where(metric => metric.Key == key && double.IsFinite(metric.Value)).OrderBy(metric => metric.Step).ToList();
        var shown = readings.Count <= MostPoints
            ? readings
            : [.. Enumerable.Range(0, MostPoints).Select(i => readings[(int)((long)i * (readings.Count - 1) / (MostPoints - 1))])];
        return new Curve { Name = Name(run), Points = [.. shown.Select(metric => new CurvePoint(metric.Step, metric.Value))] };
    }

    private static ReportTable Table(IReadOnlyList<TrackedRun> runs) => new(
        [new TableColumn("field"), .. runs.Select(run => new TableColumn(RunText.Id(run)))],
        [.. RunFields.Of(runs).Select(row => (IReadOnlyList<string>)[row.Field, .. row.Values.Select(value => value ?? "")])])
    {
        ShortRows = 400,
    };

    private static IEnumerable<string> Keys(IReadOnlyList<TrackedRun> runs) =>
        runs.SelectMany(run => run.Metrics.Select(metric => metric.Key)).Distinct().Order(StringComparer.Ordinal);

    private static string Name(TrackedRun run) => $"{RunText.Id(run)} {run.Name}";
}
