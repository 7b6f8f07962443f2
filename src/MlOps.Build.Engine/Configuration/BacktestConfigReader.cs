using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>
/// Reads <c>evaluation.backtest</c>: <c>windows</c> with <c>kind</c> and <c>initial</c>, or <c>folds</c> with <c>repeats</c>.
/// </summary>
internal static class BacktestConfigReader
{
    // Each window is a training of its own.
    private const int MostWindows = 100;

    internal static readonly IReadOnlyDictionary<string, BacktestKind> Kinds = new Dictionary<string, BacktestKind>
    {
        ["expanding"] = BacktestKind.Expanding,
        ["rolling"] = BacktestKind.Rolling,
    };

    public static BacktestConfig? Read(YamlSection? section)
    {
        if (section is null)
            return null;
        var windows = section.Integer("windows", 2, MostWindows);
        var folds = section.Integer("folds", 2, MostWindows);
        var config = new BacktestConfig
        {
            Kind = folds is not null ? BacktestKind.Folds : section.Choice("kind", Kinds) ?? BacktestKind.Expanding,
            Windows = (int)(folds ?? windows ?? 5),
            Repeats = (int)(section.Integer("repeats", 1, MostWindows) ?? 1),
            Initial = section.Number("initial", 0.05, 0.95),
        };
        section.Has("kind");
        section.RejectUnknownKeys();
        if (section.Has("windows") == section.Has("folds"))
            section.Missing("windows", "Write 'windows: 5' for a split by time, or 'folds: 5' for any other; not both.");
        else if (folds is not null && (section.Has("kind") || section.Has("initial")))
            section.Invalid("folds", "'kind' and 'initial' belong to 'windows'. Remove them, or write 'windows'.");
        else if (folds is null && section.Has("repeats"))
            section.Invalid("repeats", "'repeats' belongs to 'folds': windows by time cannot be drawn anew. Remove it.");
        return config;
    }
}
