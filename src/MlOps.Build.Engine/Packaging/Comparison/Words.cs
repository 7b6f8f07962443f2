using System.Globalization;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>How differences are put.</summary>
internal static class Words
{
    public static Change Changed(string area, string what, string before, string after) =>
        new(area, ChangeLevel.Compatible, $"{what}: {before} -> {after}");

    public static Change Added(string area, string what) => new(area, ChangeLevel.Compatible, $"{what}: added");

    public static Change Removed(string area, string what) => new(area, ChangeLevel.Compatible, $"{what}: removed");

    public static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "none";

    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>What was added, removed and kept, by key, in the order of the first, then of the second.</summary>
    public static IEnumerable<(string Key, T? Before, T? After)> Pairs<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key)
        where T : class
    {
        var (first, second) = (before.ToLookup(key, StringComparer.Ordinal), after.ToLookup(key, StringComparer.Ordinal));
        return first.Select(group => group.Key).Union(second.Select(group => group.Key))
            .Select(name => (name, first[name].FirstOrDefault(), second[name].FirstOrDefault()));
    }
}
