using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The declared groups in which champion and challenger differ by more than the paired interval allows for chance.</summary>
internal static class MovedGroups
{
    public static IEnumerable<ReportBlock> Of(ModelEvidence model, ReportWords words)
    {
        var metric = model.Evaluation.PrimaryMetric;
        var all = model.Evaluation.Slices.Where(slice => slice.AgainstChampion.Count > 0).ToList();
        if (all.Count == 0)
            yield break;
        var moved = all.Where(slice => MetricText.Find(slice.AgainstChampion, metric) is { Low: { } low, High: { } high } && (low > 0 || high < 0)).ToList();
        yield return new Paragraph(words.Say(
            $"Groups that moved: {moved.Count} of {all.Count}, by the paired interval of {words.Metric(metric)} in the group."));
        if (moved.Count == 0)
            yield break;
        yield return new ReportTable(
            [new(words.Say("group")), new(words.Say("rows"), true), new(words.Metric(metric), true), new(words.Say("difference"), true)],
            [.. moved.Select(slice => Row(slice, metric, model, words))]);
    }

    private static string[] Row(SliceEvaluation slice, string metric, ModelEvidence model, ReportWords words) =>
    [
        words.Say($"{slice.Column} is {Value(slice, model, words)}"),
        words.Count(slice.Rows),
        MetricText.Of(MetricText.Find(slice.Metrics, metric), words),
        MetricText.Signed(MetricText.Find(slice.AgainstChampion, metric), words),
    ];

    // The same number as in the section of the groups.
    private static string Value(SliceEvaluation slice, ModelEvidence model, ReportWords words)
    {
        if (!model.IsSensitive(slice.Column))
            return slice.Value.Length == 0 ? words.Say("(empty)") : slice.Value;
        var place = model.Evaluation.Slices.Where(other => other.Column == slice.Column).TakeWhile(other => other != slice).Count();
        return words.Say($"group {place + 1} (sensitive)");
    }
}
