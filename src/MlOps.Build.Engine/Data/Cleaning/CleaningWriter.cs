using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Writes <c>cleaning</c> and <c>quarantine</c> of <c>schema.yaml</c>.</summary>
internal static class CleaningWriter
{
    public static IEnumerable<string> Write(CleaningPlan plan)
    {
        if (plan.Steps.Count > 0)
            yield return "cleaning:";
        foreach (var step in plan.Steps)
        {
            yield return $"  - {step.Key}: {(step.Columns.Count == 0 ? "rows" : YamlText.List(step.Columns))}";
            foreach (var (key, value) in step.Options)
                yield return $"    {key}: {value}";
        }

        if (plan.Quarantine is not { } quarantine)
            yield break;
        yield return "quarantine:";
        yield return $"  limit: {Shown.Number(quarantine.Limit)}";
        if (quarantine.Broken)
            yield return "  broken: true";
    }
}
