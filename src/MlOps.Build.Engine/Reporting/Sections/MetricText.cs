using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Metrics with their intervals as text.</summary>
internal static class MetricText
{
    /// <summary><c>0.774 [0.748, 0.799]</c>, or <c>not defined</c>.</summary>
    public static string Of(MetricValue? metric)
    {
        if (metric is not { Value: { } value })
            return metric is null ? "" : "not defined";
        var decimals = NumberText.Decimals(value);
        return metric is { Low: { } low, High: { } high }
            ? $"{NumberText.Of(value, decimals)} [{NumberText.Of(low, decimals)}, {NumberText.Of(high, decimals)}]"
            : NumberText.Of(value, decimals);
    }

    /// <summary><c>+0.008 [-0.001, +0.017]</c>.</summary>
    public static string Signed(MetricValue? metric)
    {
        if (metric is not { Value: { } value })
            return metric is null ? "" : "not defined";
        var decimals = NumberText.Decimals(value);
        return metric is { Low: { } low, High: { } high }
            ? $"{NumberText.Signed(value, decimals)} [{NumberText.Signed(low, decimals)}, {NumberText.Signed(high, decimals)}]"
            : NumberText.Signed(value, decimals);
    }

    /// <summary>The value without its interval.</summary>
    public static string Point(MetricValue? metric) =>
        metric is { Value: { } value } ? NumberText.Of(value) : metric is null ? "" : "not defined";

    public static MetricValue? Find(IReadOnlyList<MetricValue> metrics, string name) =>
        metrics.FirstOrDefault(metric => metric.Name == name);
}
