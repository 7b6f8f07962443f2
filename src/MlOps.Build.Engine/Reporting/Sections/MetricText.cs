using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Metrics with their intervals as text.</summary>
internal static class MetricText
{
    /// <summary><c>0.774 [0.748, 0.799]</c>, or <c>not defined</c>.</summary>
    public static string Of(MetricValue? metric, ReportWords words)
    {
        if (metric is not { Value: { } value })
            return metric is null ? "" : words.Say("not defined");
        var decimals = NumberText.Decimals(value);
        return metric is { Low: { } low, High: { } high }
            ? $"{words.Number(value, decimals)} [{words.Number(low, decimals)}, {words.Number(high, decimals)}]"
            : words.Number(value, decimals);
    }

    /// <summary><c>+0.008 [-0.001, +0.017]</c>.</summary>
    public static string Signed(MetricValue? metric, ReportWords words)
    {
        if (metric is not { Value: { } value })
            return metric is null ? "" : words.Say("not defined");
        var decimals = NumberText.Decimals(value);
        return metric is { Low: { } low, High: { } high }
            ? $"{words.Signed(value, decimals)} [{words.Signed(low, decimals)}, {words.Signed(high, decimals)}]"
            : words.Signed(value, decimals);
    }

    /// <summary>The value without its interval.</summary>
    public static string Point(MetricValue? metric, ReportWords words) =>
        metric is { Value: { } value } ? words.Number(value) : metric is null ? "" : words.Say("not defined");

    public static MetricValue? Find(IReadOnlyList<MetricValue> metrics, string name) =>
        metrics.FirstOrDefault(metric => metric.Name == name);
}
