using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>tuning</c>.</summary>
internal sealed class TuningConfigReader(Dictionary<string, SourcePosition> positions)
{
    internal static readonly IReadOnlyDictionary<string, TuningMethod> Methods = new Dictionary<string, TuningMethod>
    {
        ["grid"] = TuningMethod.Grid,
        ["random"] = TuningMethod.Random,
        ["tpe"] = TuningMethod.Tpe,
        ["asha"] = TuningMethod.Asha,
    };

    internal static readonly IReadOnlyDictionary<string, SplitMethod> FoldMethods = new Dictionary<string, SplitMethod>
    {
        ["k-fold"] = SplitMethod.Random,
        ["stratified"] = SplitMethod.Stratified,
        ["group"] = SplitMethod.Group,
        ["time"] = SplitMethod.Time,
    };

    private const int MostFolds = 100;
    private const double LongestSeconds = 7 * 24 * 3600;

    private static readonly (string Suffix, int Seconds)[] Units = [("s", 1), ("m", 60), ("h", 3600)];

    public TuningConfig? Read(YamlSection root)
    {
        if (root.Section("tuning") is not { } section)
            return null;
        positions["tuning"] = root.PositionOf("tuning");
        foreach (var key in section.Keys)
            positions[$"tuning.{key}"] = section.PositionOf(key);
        var defaults = new TuningConfig();
        var config = new TuningConfig
        {
            Method = section.Choice("method", Methods) ?? defaults.Method,
            Trials = (int?)section.Integer("trials", 1, TuningConfig.MostTrials),
            Seconds = Seconds(section),
            Batch = (int)(section.Integer("batch", 1, 256) ?? defaults.Batch),
            Metric = section.Text("metric"),
            Folds = section.Value("folds") is { } folds ? Folds(section, folds) : null,
            Nested = (int?)section.Integer("nested", 2, MostFolds),
            Trainers = Trainers(section),
            Reduction = (int)(section.Integer("reduction", 2, 10) ?? defaults.Reduction),
            Rungs = (int)(section.Integer("rungs", 2, 12) ?? defaults.Rungs),
        };
        if (config.Method != TuningMethod.Asha && (section.Has("reduction") || section.Has("rungs")))
            section.Invalid(section.Has("reduction") ? "reduction" : "rungs", "'reduction' and 'rungs' belong to 'method: asha'. Remove them, or write that.");
        section.RejectUnknownKeys();
        return config;
    }

    /// <summary>A time as it is written: <c>90s</c>, <c>10m</c>, <c>2h</c>.</summary>
    public static string Written(double seconds)
    {
        var (suffix, unit) = Units.Last(unit => unit.Seconds == 1 || seconds % unit.Seconds == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / unit}{suffix}");
    }

    private IReadOnlyList<string> Trainers(YamlSection section)
    {
        var names = new List<string>();
        foreach (var item in section.Items("trainers"))
        {
            if (item.Text() is not { } name)
                continue;
            positions[$"tuning.trainers[{names.Count}]"] = item.Position;
            names.Add(name);
        }

        return names.Count == 0 ? Array.Empty<string>() : names;
    }

    private static double? Seconds(YamlSection section)
    {
        if (section.Text("time") is not { } text)
            return null;
        var (suffix, unit) = Units.FirstOrDefault(unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal));
        if (suffix is not null
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * unit is > 0 and <= LongestSeconds)
        {
            return number * unit;
        }

        section.Invalid("time", $"'tuning.time' is '{text}'; expected a number of seconds, minutes or hours up to seven days, such as 90s, 10m or 2h.");
        return null;
    }

    private static TuningFolds? Folds(YamlSection tuning, YamlValue value)
    {
        if (!value.IsSection)
            return value.Integer(2, MostFolds) is { } count ? new TuningFolds { Count = (int)count } : null;
        var section = value.Section()!;
        var folds = new TuningFolds
        {
            Method = section.Choice("method", FoldMethods),
            Column = section.Text("column"),
            Count = (int)(section.Integer("folds", 2, MostFolds) ?? 5),
            Repeats = (int)(section.Integer("repeats", 1, MostFolds) ?? 1),
        };
        section.RejectUnknownKeys();
        if (folds.Column is not null && folds.Method is not (SplitMethod.Group or SplitMethod.Time))
            tuning.Invalid("folds", "'column' belongs to the methods 'group' and 'time' of 'tuning.folds'. Remove it, or name one of them.");
        if (folds.Repeats > 1 && folds.Method == SplitMethod.Time)
            tuning.Invalid("folds", "'repeats' of 'tuning.folds' means nothing by time: windows cannot be drawn anew. Remove it.");
        return folds;
    }
}
