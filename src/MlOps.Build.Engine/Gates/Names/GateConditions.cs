using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>The conditions that may stand after <c>when</c>.</summary>
internal static class GateConditions
{
    private static readonly Dictionary<string, (Func<EvaluationSummary, bool> Holds, string Otherwise)> Known = new()
    {
        ["champion"] = (evaluation => evaluation.References.Any(reference => reference.Name == "champion"), "there is no champion yet"),
    };

    public static IReadOnlyCollection<string> All => Known.Keys;

    /// <summary>Why an item under this condition does not apply; null when it applies.</summary>
    public static string? Otherwise(string condition, EvaluationSummary evaluation) =>
        Known.TryGetValue(condition, out var known) && !known.Holds(evaluation) ? known.Otherwise : null;
}
