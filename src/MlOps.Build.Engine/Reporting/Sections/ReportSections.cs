using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The sections of a report below its checklist, in order.</summary>
internal static class ReportSections
{
    public static IReadOnlyList<ReportSection> Of(ModelEvidence model)
    {
        var sections = new[]
        {
            DataSection.Of(model),
            SplitSection.Of(model),
            MetricSection.Of(model),
            CurveSection.Of(model),
            SliceSection.Of(model),
            ImportanceSection.Of(model),
            TrainingSection.Of(model),
            FeatureSection.Of(model),
        };
        return [.. sections.Where(section => section.Blocks.Count > 0)];
    }
}
