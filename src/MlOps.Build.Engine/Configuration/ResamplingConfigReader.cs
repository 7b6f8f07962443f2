using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads <c>resampling</c>: a name, or a mapping with <c>by</c>, <c>column</c> and <c>block</c>.</summary>
internal static class ResamplingConfigReader
{
    public static readonly IReadOnlyDictionary<string, Resampling> Names = new Dictionary<string, Resampling>
    {
        ["rows"] = Resampling.AllRows,
        ["classes"] = Resampling.WithinClasses,
        ["group"] = Resampling.Groups,
        ["time"] = Resampling.Blocks,
    };

    public static readonly IReadOnlyDictionary<string, IntervalMethod> Intervals = new Dictionary<string, IntervalMethod>
    {
        ["percentile"] = IntervalMethod.Percentile,
        ["bca"] = IntervalMethod.Bca,
    };

    public static ResamplingConfig? Read(YamlSection evaluation, Dictionary<string, SourcePosition> positions)
    {
        if (evaluation.Value("resampling") is not { } value)
            return null;
        positions["evaluation.resampling"] = value.Position;
        if (!value.IsSection)
            return Checked(value.Choice(Names) is { } name ? new ResamplingConfig { By = name } : null, evaluation);
        var section = value.Section()!;
        var by = section.Choice("by", Names);
        if (!section.Has("by"))
            section.Missing("by", "Write 'by: group' or 'by: time'.");
        var (column, block) = (section.Text("column"), (int?)section.Integer("block", 1, 1_000_000));
        var config = by is null ? null : new ResamplingConfig { By = by.Value, Column = column, Block = block };
        section.RejectUnknownKeys();
        return Checked(config, evaluation);
    }

    private static ResamplingConfig? Checked(ResamplingConfig? config, YamlSection evaluation)
    {
        if (config is null)
            return null;
        var needsColumn = config.By is Resampling.Groups or Resampling.Blocks;
        if (needsColumn && config.Column is null)
        {
            evaluation.Invalid("resampling", $"'evaluation.resampling' by {Name(config.By)} needs the column to go by. Write "
                + $"'{{ by: {Name(config.By)}, column: … }}'.");
        }
        else if (!needsColumn && config.Column is not null)
        {
            evaluation.Invalid("resampling", $"'column' means nothing to 'evaluation.resampling' by {Name(config.By)}. Remove it.");
        }

        if (config.Block is not null && config.By != Resampling.Blocks)
            evaluation.Invalid("resampling", $"'block' means nothing to 'evaluation.resampling' by {Name(config.By)}. Remove it, or write 'by: time'.");
        return config;
    }

    public static string Name(Resampling method) => Names.First(name => name.Value == method).Key;
}
