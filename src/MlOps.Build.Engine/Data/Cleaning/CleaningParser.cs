using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Reads <c>cleaning</c> and <c>quarantine</c> of <c>schema.yaml</c>.</summary>
internal static class CleaningParser
{
    public static CleaningPlan Read(YamlSection root, IReadOnlyList<ColumnSchema> columns, DiagnosticBag diagnostics)
    {
        var reader = new CleaningStepReader(columns, diagnostics);
        var steps = root.List("cleaning", "Begin each step with '- ', as in '- trim: [City]'.")
            .Select(item => item.Section()).OfType<YamlSection>()
            .Select(reader.Read).OfType<CleaningStep>().ToList();
        var quarantine = root.Section("quarantine") is { } section ? ReadQuarantine(section) : null;
        if (quarantine is null && steps.Find(CleaningStepReader.Quarantines) is { } step)
            diagnostics.Error(DataCodes.CleaningStep, $"'{step.Key}' quarantines rows, and there is no 'quarantine'. Add 'quarantine: {{limit: 0.01}}'.", step.Position);
        return steps.Count == 0 && quarantine is null ? CleaningPlan.None : new CleaningPlan { Steps = steps, Quarantine = quarantine };
    }

    private static QuarantineRule? ReadQuarantine(YamlSection section)
    {
        var limit = section.Number("limit", 0, 1);
        if (!section.Has("limit"))
            section.Missing("limit", "It is the largest share of the rows that may be set aside, such as 0.01.");
        var broken = section.Boolean("broken") ?? false;
        section.RejectUnknownKeys();
        return limit is { } share ? new QuarantineRule(share, broken, section.Position) : null;
    }
}
