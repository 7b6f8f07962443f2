using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The sections of a report below its checklist, in order.</summary>
internal static class ReportSections
{
    public static IReadOnlyList<ReportSection> Of(ModelEvidence model, ReportWords words)
    {
        var sections = new[]
        {
            DataSection.Of(model, words),
            ContractDiffSection.Of(model, words),
            DataDiffSection.Of(model, words),
            SplitSection.Of(model, words),
            MetricSection.Of(model, words),
            ChampionSection.Of(model, words),
            CurveSection.Of(model, words),
            SliceSection.Of(model, words),
            FairnessSection.Of(model, words),
            FoundSliceSection.Of(model, words),
            BacktestSection.Of(model, words),
            ImportanceSection.Of(model, words),
            DriftSection.Of(model, words),
            TuningSection.Of(model, words),
            TrainingSection.Of(model, words),
            FeatureSection.Of(model, words),
            CardSection.Of(model, words),
            EnvironmentSection.Of(model, words),
        };
        return [.. sections.Where(section => section.Blocks.Count > 0)];
    }
}
