using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads <c>evaluation.threshold</c>: a probability, the costs that it follows from, or the metric that it is chosen for.</summary>
internal sealed class ThresholdConfigReader(Dictionary<string, SourcePosition> positions)
{
    private const double Largest = 1e12;

    public EvaluationConfig Read(YamlSection evaluation, EvaluationConfig config)
    {
        if (evaluation.Value("threshold") is not { IsSection: true } value)
            return config with { Threshold = evaluation.Number("threshold", 0, 1) ?? config.Threshold };
        var section = value.Section()!;
        if (section.Has("maximize"))
            return Chosen(section, config);
        if (!section.Has("costs"))
            section.Missing("costs", "Write 'threshold: 0.5', 'threshold: { costs: { false_positive: 1, false_negative: 5 } }', or 'threshold: { maximize: f1 }'.");
        var costs = section.Section("costs");
        section.RejectUnknownKeys();
        if (costs is null || Costs(costs) is not { } read)
            return config;
        if (!read.IsSound)
        {
            section.Invalid("costs", "'evaluation.threshold.costs' makes a wrong decision no dearer than the right one. "
                + "'false_positive' must be above 'true_negative', 'false_negative' above 'true_positive'.");
            return config;
        }

        return config with { Costs = read, Threshold = read.Threshold };
    }

    private EvaluationConfig Chosen(YamlSection section, EvaluationConfig config)
    {
        positions["evaluation.threshold"] = section.PositionOf("maximize");
        var metric = section.Text("maximize");
        if (metric is null)
            section.Missing("maximize", "Name a metric, such as 'maximize: f1'.");
        section.RejectUnknownKeys();
        return config with { ThresholdMetric = metric };
    }

    private static CostConfig? Costs(YamlSection section)
    {
        foreach (var key in (string[])["false_positive", "false_negative"])
        {
            if (!section.Has(key))
                section.Missing(key, "Say what each kind of error costs, in any one unit.");
        }

        var (falsePositive, falseNegative) = (Number(section, "false_positive"), Number(section, "false_negative"));
        var (truePositive, trueNegative) = (Number(section, "true_positive") ?? 0, Number(section, "true_negative") ?? 0);
        section.RejectUnknownKeys();
        return falsePositive is null || falseNegative is null ? null : new CostConfig
        {
            FalsePositive = falsePositive.Value,
            FalseNegative = falseNegative.Value,
            TruePositive = truePositive,
            TrueNegative = trueNegative,
        };
    }

    private static double? Number(YamlSection section, string key) => section.Number(key, -Largest, Largest);
}
