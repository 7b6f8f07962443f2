using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Comparison;
using MlOps.Build.Engine.Reporting.Rendering;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>What a promotion changes for those who follow the stage, as Markdown: data, features, parameters, metrics since the version it held.</summary>
internal static class ReleaseNotes
{
    public static string Write(Candidate candidate, string? champion, EvaluatedCandidate evaluated, PromotionOptions options)
    {
        var text = new StringBuilder();
        var before = champion is null ? null : ModelPackageReader.Open(champion, []);
        text.Append(CultureInfo.InvariantCulture, $"# {candidate.Package.Manifest.Name} {candidate.StableVersion} in {options.Stage}\n\n");
        text.Append(before is null ? "The first version of this stage.\n" : $"Replaces {Escape(before.Manifest.Version ?? "")}.\n");
        if (options.Reason is { Length: > 0 } reason)
            text.Append(CultureInfo.InvariantCulture, $"\n> {Escape(reason)}\n");
        AddMetrics(text, evaluated.Evaluation);
        if (before is not null)
            AddChanges(text, PackageComparer.Compare(before, candidate.Package));
        AddChecklist(text, evaluated.Gate);
        text.Append(CultureInfo.InvariantCulture, $"\nEvidence `{candidate.Evidence}`\n");
        return text.ToString();
    }

    private static void AddMetrics(StringBuilder text, EvaluationSummary evaluation)
    {
        var champion = evaluation.References.FirstOrDefault(reference => reference.Name == ReferenceEvaluation.Champion);
        text.Append(champion is null ? "\n| metric | this version |\n|---|---|\n" : $"\n| metric | this version | {Escape(champion.DisplayName)} | difference |\n|---|---|---|---|\n");
        foreach (var metric in evaluation.Metrics.Where(metric => metric.Value is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Escape(metric.Name)} | {Shown(metric)} |");
            if (champion is not null)
                text.Append(CultureInfo.InvariantCulture, $" {Shown(Find(champion.Metrics, metric.Name))} | {Shown(Find(champion.Differences, metric.Name), signed: true)} |");
            text.Append('\n');
        }
    }

    private static void AddChanges(StringBuilder text, PackageDifference difference)
    {
        foreach (var area in difference.Changes.GroupBy(change => change.Area))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{char.ToUpperInvariant(area.Key[0])}{area.Key[1..]}**\n\n");
            foreach (var change in area)
                text.Append(CultureInfo.InvariantCulture, $"- {Escape(change.Text)}\n");
        }
    }

    private static void AddChecklist(StringBuilder text, GateSummary gate)
    {
        text.Append("\n**Checklist**\n\n");
        foreach (var item in gate.Items.Where(item => !item.IsHeading))
            text.Append(CultureInfo.InvariantCulture, $"- [{(item.Verdict == Verdict.Pass ? 'x' : ' ')}] {Escape(item.Text)}: {Escape(item.Explanation)}\n");
    }

    private static MetricValue? Find(IReadOnlyList<MetricValue> metrics, string name) => metrics.FirstOrDefault(metric => metric.Name == name);

    private static string Shown(MetricValue? metric, bool signed = false)
    {
        if (metric?.Value is not { } value)
            return "";
        var format = signed ? "+0.####;-0.####;0" : "0.####";
        string Number(double number) => number.ToString(format, CultureInfo.InvariantCulture);
        return metric is { Low: { } low, High: { } high } ? $"{Number(value)} [{Number(low)}, {Number(high)}]" : Number(value);
    }

    private static string Escape(string text) => MarkdownText.Escape(text, int.MaxValue);
}
