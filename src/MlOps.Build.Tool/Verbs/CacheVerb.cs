using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops cache</c>: what the cache holds, and less of it.</summary>
internal static class CacheVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var verb = new Command("cache", "Lists or shrinks the cache of stage outputs.");
        verb.Add(CreateList(environment));
        verb.Add(CreatePrune(environment));
        return verb;
    }

    private static Option<string?> Folder() =>
        new("--folder") { Description = "The cache; MLOPS_CACHE or the user's cache folder by default.", HelpName = "folder" };

    private static Command CreateList(ToolEnvironment environment)
    {
        var (folder, json) = (Folder(), Verb.Json());
        var verb = Verb.Create("list", "Lists entries, most recently used first.", "mlops cache list", "mlops cache list --json");
        verb.Add(folder);
        verb.Add(json);
        verb.SetAction(parsed => List(new Report(environment, "cache list", parsed.GetValue(json)), Settings(environment, parsed.GetValue(folder))));
        return verb;
    }

    private static Command CreatePrune(ToolEnvironment environment)
    {
        var (folder, json) = (Folder(), Verb.Json());
        var limit = new Option<long>("--limit") { Description = "Megabytes to keep; 0 empties the cache.", HelpName = "MB", DefaultValueFactory = _ => CacheSettings.DefaultLimit >> 20 };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && long.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var megabytes) && megabytes is < 0 or > 1L << 30)
                result.AddError($"--limit is {megabytes}; expected 0 to {1L << 30} megabytes.");
        });
        var verb = Verb.Create("prune", "Removes the least recently used entries until the rest fits.", "mlops cache prune --limit 500", "mlops cache prune --limit 0");
        verb.Add(folder);
        verb.Add(limit);
        verb.Add(json);
        verb.SetAction(parsed => Prune(
            new Report(environment, "cache prune", parsed.GetValue(json)), Settings(environment, parsed.GetValue(folder)), parsed.GetValue(limit)));
        return verb;
    }

    private static CacheSettings Settings(ToolEnvironment environment, string? folder) =>
        CacheSettings.Of(folder is null ? null : environment.FullPath(folder), 0, environment.Variable);

    private static int List(Report report, CacheSettings settings)
    {
        var entries = new CacheStore(settings).List();
        report.Line($"{settings.Folder ?? "switched off"}: {entries.Count} entries");
        foreach (var entry in entries)
            report.Line(string.Create(CultureInfo.InvariantCulture, $"{entry.LastUsed:yyyy-MM-dd HH:mm}  {entry.Stage,-9} {entry.Bytes,12:#,0} bytes  {entry.Key[..12]}  {entry.Headline}"));
        report.Result["folder"] = settings.Folder;
        report.Result["entries"] = new JsonArray([.. entries.Select(Describe)]);
        return report.Finish();
    }

    private static int Prune(Report report, CacheSettings settings, long megabytes)
    {
        var pruning = new CacheStore(settings).Prune(megabytes << 20);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"{pruning.Entries} entries removed, {pruning.FreedBytes:#,0} bytes freed, {pruning.RemainingBytes:#,0} bytes remain"));
        report.Result["folder"] = settings.Folder;
        report.Result["removed"] = pruning.Entries;
        report.Result["freedBytes"] = pruning.FreedBytes;
        report.Result["remainingBytes"] = pruning.RemainingBytes;
        return report.Finish();
    }

    private static JsonObject Describe(CacheEntry entry) => new()
    {
        ["key"] = entry.Key,
        ["stage"] = entry.Stage,
        ["headline"] = entry.Headline,
        ["bytes"] = entry.Bytes,
        ["lastUsed"] = entry.LastUsed.ToString("O", CultureInfo.InvariantCulture),
    };
}
