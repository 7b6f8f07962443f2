using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Which features the trees split by.</summary>
internal static class GainFold
{
    /// <summary>Null for a model without trees, or whose trees have no splits.</summary>
    public static Fold? Of(TrainedModelSummary model, ReportWords words) => model.Gains is not { Count: > 0 } gains ? null : new Fold(
        words.Say("Gains of the trees' splits"),
        [
            new Paragraph(words.Sentences(
                words.Say("How much the splits by a feature lower the loss on the training rows, as a share of all splits."),
                words.Say("A feature of many values gains by chance too, so the importances on the test rows say more."))),
            new ReportTable(
                [new(words.Say("feature")), new(words.Say("share of the gain"), true)],
                [.. gains.Select(item => new[] { item.Feature, words.Percent(item.Share) })]),
        ]);
}
