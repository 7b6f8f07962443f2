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

    public static string Of(IReadOnlyList<TrackedRun> runs)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{runs.Count} runs compared");
        var header = new XElement("header", new XElement("h1", title));
        List<ReportSection> sections =
        [
            Section("values", "Metrics", Values(runs)),
            Section("steps", "Metrics by step", Steps(runs)),
            Section("fields", "All fields", [Table(runs)]),
        ];
        return HtmlPage.Of(title, header, [.. sections.Where(section => section.Blocks.Count > 0)], runs.Select(Name), ReportWords.English);
    }

    private static ReportSection Section(string id, string title, IReadOnlyList<ReportBlock> blocks) => new(id, title, 1, blocks);

    // A metric that two runs share, with its interval.
    private static List<ReportBlock> Values(IReadOnlyList<TrackedRun> runs) =>
    [
        .. Keys(runs).Select(key => (Key: key, Runs: runs.Select(run => (Run: run, Last: RunText.Last(run).GetValueOrDefault(key))).Where(pair => pair.Last is { Value: var value } && double.IsFinite(value)).ToList()))
            .Where(row => row.Runs.Count > 1 && row.Runs.All(pair => pair.Run.Metrics.Count(metric => metric.Key == row.Key) == 1))
            .Take(MostFigures)
            .Select(row => new Figure
            {
                Id = "value-" + row.Key,
                Title = row.Key,
                Sentence = $"{row.Key} of each run.",
                Plot = DotPlot.Shared(
                    [.. row.Runs.Select(pair => Strip(pair.Run, pair.Last!))], null, $"{row.Key} by run", ReportWords.English),
            }),
    ];

    private static Strip Strip(TrackedRun run, RunMetric metric) => new(Name(run), metric.Value, metric.Lower, metric.Upper, []);

    private static List<ReportBlock> Steps(IReadOnlyList<TrackedRun> runs) =>
    [
        .. Keys(runs).Select(key => (Key: key, Curves: runs.Select(run => Curve(run, key)).Where(curve => curve.Points.Count > 1).Take(CurvePlot.MostSeries).ToList()))
            .Where(row => row.Curves.Count > 0)
            .Take(MostFigures)
            .Select(row => new Figure
            {
                Id = "step-" + row.Key,
                Title = row.Key,
                Sentence = $"{row.Key} by step.",
                Legend = [.. row.Curves.Select(curve => curve.Name)],
                Plot = StepPlot.Of(row.Curves, row.Key),
            }),
    ];

    private static Curve Curve(TrackedRun run, string key) => new()
    {
        Name = Name(run),
        Points = [.. run.Metrics.Where(metric => metric.Key == key && double.IsFinite(metric.Value)).OrderBy(metric => metric.Step).Select(metric => new CurvePoint(metric.Step, metric.Value))],
    };

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
