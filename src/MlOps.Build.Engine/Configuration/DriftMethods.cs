using MlOps.Build.Engine.Drift.Measures;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>What is wrong with the name of a method, in words.</summary>
internal static class DriftMethods
{
    public static IEnumerable<string> Names => DriftMeasures.ByName.Keys.Prepend(DriftMeasures.Auto);

    /// <summary>Null when it is one.</summary>
    public static string? Problem(string name)
    {
        if (Names.Contains(name))
            return null;
        var hint = DidYouMean.Sentence(name, Names);
        return $"'{name}' is no method.{(hint.Length > 0 ? hint : $" Methods: {string.Join(", ", Names)}.")}";
    }

    /// <summary>For a method that does not take the kind.</summary>
    public static string KindProblem(string name, DriftKind kind)
    {
        var others = DriftMeasures.ByName.Values.Where(measure => measure.Kinds.HasFlag(kind)).Select(measure => measure.Name);
        return $"'{name}' judges {Words(kind == DriftKind.Number ? DriftKind.Category : DriftKind.Number)}, not {Words(kind)}. "
            + $"Write one of auto, {string.Join(", ", others)}.";
    }

    private static string Words(DriftKind kind) => kind == DriftKind.Number ? "numbers and dates" : "texts and booleans";
}
