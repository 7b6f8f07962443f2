using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>evaluation</c>.</summary>
internal sealed class EvaluationConfigReader(Dictionary<string, SourcePosition> positions)
{
    public EvaluationConfig Read(YamlSection? section)
    {
        var defaults = new EvaluationConfig();
        if (section is null)
            return defaults;
        var config = new EvaluationConfig
        {
            Slices = new SliceConfigReader(positions).Read(section, "slices"),
            Fairness = new SliceConfigReader(positions).Read(section, "fairness"),
            MinimumSliceRows = (int)(section.Integer("minimum_slice_rows", 1, int.MaxValue) ?? defaults.MinimumSliceRows),
            FindSlices = section.Boolean("find_slices") ?? defaults.FindSlices,
            Dependence = section.Boolean("dependence") ?? defaults.Dependence,
            ShuffledLabels = section.Boolean("shuffled_labels") ?? defaults.ShuffledLabels,
            Baselines = NaiveBaselineReader.Read(section),
            Backtest = BacktestConfigReader.Read(section.Section("backtest")),
            Metrics = Metrics(section),
            Ranking = RankingConfigReader.Read(section, positions),
            Weight = section.Text("weight"),
            Season = (int)(section.Integer("season", 1, 100_000) ?? defaults.Season),
            Resamples = (int)(section.Integer("resamples", 100, 100_000) ?? defaults.Resamples),
            ChampionOverlapLimit = section.Number("champion_overlap_limit", 0, 1) ?? defaults.ChampionOverlapLimit,
            TestSetLimit = (int)(section.Integer("test_set_limit", 1, 1_000_000) ?? defaults.TestSetLimit),
            Confidence = section.Number("confidence", 0.5, 0.999) ?? defaults.Confidence,
            Resampling = ResamplingConfigReader.Read(section, positions),
            Interval = section.Choice("interval", ResamplingConfigReader.Intervals) ?? defaults.Interval,
        };
        foreach (var key in new[] { "backtest", "baselines", "shuffled_labels", "test_set_limit", "weight" }.Where(section.Has))
            positions[$"evaluation.{key}"] = section.PositionOf(key);
        config = new ThresholdConfigReader(positions).Read(section, config);
        section.RejectUnknownKeys();
        return config;
    }

    private List<string> Metrics(YamlSection section)
    {
        var names = new List<string>();
        foreach (var item in section.Items("metrics"))
        {
            if (item.Text() is not { } text)
                continue;
            positions[$"evaluation.metrics[{names.Count}]"] = item.Position;
            names.Add(text);
        }

        return names;
    }
}
