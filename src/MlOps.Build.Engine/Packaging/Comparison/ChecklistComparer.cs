using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>Which items came, went, or were judged otherwise.</summary>
internal static class ChecklistComparer
{
    private const string Area = "checklist";

    public static IEnumerable<Change> Compare(GateSummary before, GateSummary after)
    {
        foreach (var (name, first, second) in Words.Pairs(before.Items, after.Items, item => item.Text))
        {
            if (first is null)
                yield return Words.Added(Area, $"\"{name}\" ({Text(second!)})");
            else if (second is null)
                yield return Words.Removed(Area, $"\"{name}\"");
            else if (first.Expression != second.Expression || first.Verdict != second.Verdict)
                yield return Words.Changed(Area, $"\"{name}\"", Text(first), Text(second));
        }
    }

    private static string Text(GateItem item) => item.Expression is null ? Verdict(item) : $"{item.Expression} {Verdict(item)}";

    private static string Verdict(GateItem item) => item.Verdict.ToString().ToLowerInvariant();
}
