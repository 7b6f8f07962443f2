using MlOps.Build.Engine.Training.Smoothing;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads <c>evaluation.baselines</c>: names, or mappings of a name to how far back it looks, with <c>group</c>.</summary>
internal static class NaiveBaselineReader
{
    internal static readonly IReadOnlyDictionary<string, NaiveBaselineKind> Kinds = new Dictionary<string, NaiveBaselineKind>
    {
        ["median"] = NaiveBaselineKind.Median,
        ["last_value"] = NaiveBaselineKind.LastValue,
        ["seasonal"] = NaiveBaselineKind.Seasonal,
        ["exponential_smoothing"] = NaiveBaselineKind.Smoothing,
    };

    internal static readonly IReadOnlyDictionary<string, TrendForm> Trends = new Dictionary<string, TrendForm>
    {
        ["none"] = TrendForm.None,
        ["additive"] = TrendForm.Additive,
        ["damped"] = TrendForm.Damped,
    };

    internal static readonly IReadOnlyDictionary<string, SeasonForm> Seasons = new Dictionary<string, SeasonForm>
    {
        ["additive"] = SeasonForm.Additive,
        ["multiplicative"] = SeasonForm.Multiplicative,
    };

    public static IReadOnlyList<NaiveBaselineConfig> Read(YamlSection evaluation)
    {
        var baselines = evaluation.Items("baselines").Select(Baseline).OfType<NaiveBaselineConfig>().ToList();
        if (baselines.DistinctBy(baseline => baseline.Kind).Count() < baselines.Count)
            evaluation.Invalid("baselines", "'evaluation.baselines' names one twice; a checklist could not tell them apart. Keep one.");
        return baselines;
    }

    private static NaiveBaselineConfig? Baseline(YamlValue item)
    {
        if (!item.IsSection)
            return item.Choice(Kinds) is { } kind ? Named(item, kind) : null;
        var section = item.Section()!;
        NaiveBaselineConfig? found = null;
        foreach (var (name, kind) in Kinds.Where(known => known.Value != NaiveBaselineKind.Median && section.Has(known.Key)))
        {
            var lag = (int)(section.Integer(name, 1, 100_000) ?? 1);
            found = new NaiveBaselineConfig { Kind = kind, Lag = lag, Group = section.Text("group") };
            if (kind == NaiveBaselineKind.Smoothing)
                found = Smoothing(section, found);
        }

        section.RejectUnknownKeys();
        if (found is null)
            section.Missing("seasonal", "Write '{ seasonal: 7 }' or '{ last_value: 1, group: Site }'.");
        return found;
    }

    private static NaiveBaselineConfig Smoothing(YamlSection section, NaiveBaselineConfig found)
    {
        var season = section.Choice("season", Seasons);
        if (season is not null && found.Lag == 1)
            section.Invalid("season", "a season has more times than one. Write how many, as in '{ exponential_smoothing: 12, season: additive }'.");
        return found with
        {
            Trend = section.Choice("trend", Trends) ?? TrendForm.None,
            Season = found.Lag == 1 ? SeasonForm.None : season ?? SeasonForm.Additive,
        };
    }

    private static NaiveBaselineConfig? Named(YamlValue item, NaiveBaselineKind kind)
    {
        // A season has no length that would be right for most series.
        if (kind != NaiveBaselineKind.Seasonal)
            return new NaiveBaselineConfig { Kind = kind };
        item.Integer(1);
        return null;
    }
}
