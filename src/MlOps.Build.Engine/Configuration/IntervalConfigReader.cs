using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>intervals</c>.</summary>
internal static class IntervalConfigReader
{
    internal static readonly IReadOnlyDictionary<string, PredictionIntervalMethod> Methods =
        new Dictionary<string, PredictionIntervalMethod> { ["conformal"] = PredictionIntervalMethod.Conformal };

    /// <summary>Null when there is no section.</summary>
    public static IntervalConfig? Read(YamlSection? section)
    {
        if (section is null)
            return null;
        var defaults = new IntervalConfig();
        var config = new IntervalConfig
        {
            Method = section.Choice("method", Methods) ?? defaults.Method,
            Coverage = section.Number("coverage", 0.5, 0.999) ?? defaults.Coverage,
        };
        section.RejectUnknownKeys();
        return config;
    }
}
