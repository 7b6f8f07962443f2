using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Tool.Inspection;

/// <summary>What the model is worth: metrics against the references, groups, checklist.</summary>
internal static class JudgementListing
{
    public static void Show(Listing listing, ModelPackage package)
    {
        if (package.Read(PartNames.Evaluation, ContractsJson.Default.EvaluationSummary) is { } evaluation)
            Show(listing, evaluation);
        if (package.Read(PartNames.Evidence, ContractsJson.Default.ModelEvidence)?.Backtest is { } backtest)
            listing.Row("backtest", $"{backtest.Method}: {string.Join(", ", backtest.Metrics.Where(metric => metric.Mean is not null).Select(metric => $"{metric.Name} {Listing.Number(metric.Mean!.Value)}"))}");
        if (package.Read(PartNames.Gate, ContractsJson.Default.GateSummary) is not { } gate)
            return;
        foreach (var item in gate.Items)
        {
            var expression = item.Expression is null ? "" : $" `{item.Expression}`";
            listing.Row("checklist", $"{item.Verdict.ToString().ToLowerInvariant()}: {item.Text}{expression}: {item.Explanation}");
        }
    }

    private static void Show(Listing listing, EvaluationSummary evaluation)
    {
        foreach (var metric in evaluation.Metrics.Where(metric => metric.Value is not null))
        {
            var references = evaluation.References
                .Select(reference => (reference.Name, reference.Metrics.FirstOrDefault(other => other.Name == metric.Name)?.Value))
                .Where(reference => reference.Value is not null)
                .Select(reference => $"; {reference.Name} {Listing.Number(reference.Value!.Value)}");
            listing.Row("metric", Text(metric) + string.Concat(references));
        }

        foreach (var slice in evaluation.Slices)
        {
            var metrics = slice.Metrics.Where(metric => metric.Value is not null).Select(Text);
            listing.Row("group", $"{slice.Column} = {slice.Value}, {Listing.Count(slice.Rows)} rows: {string.Join(", ", metrics)}");
        }
    }

    private static string Text(MetricValue metric) => $"{metric.Name} {Listing.Number(metric.Value!.Value)}"
        + (metric is { Low: { } low, High: { } high } ? $" [{Listing.Number(low)}, {Listing.Number(high)}]" : "");
}
