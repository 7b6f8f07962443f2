using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>What a metric is called inside a sentence, which way is better, and where the report shows it.</summary>
internal static class MetricWords
{
    private static readonly string[] People = ["Brier", "Matthews", "Cohen", "Youden", "Poisson", "Tweedie"];

    /// <summary>The display name, its first letter small unless the name is an abbreviation or a person's.</summary>
    public static string Of(string metric)
    {
        if (MetricRegistry.Find(metric)?.DisplayName is not { } name)
            return metric.Replace('_', ' ');
        var keeps = People.Any(person => name.StartsWith(person, StringComparison.Ordinal)) || (name.Length > 1 && !char.IsAsciiLetterLower(name[1]));
        return keeps ? name : char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static bool LowerIsBetter(string metric) => MetricRegistry.Find(metric)?.Direction == MetricDirection.LowerIsBetter;

    /// <summary>The id of the section of <c>report.html</c> that is about the metric.</summary>
    public static string Section(string metric) => MetricRegistry.Find(metric)?.Section ?? "metrics";
}
