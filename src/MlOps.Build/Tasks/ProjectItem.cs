using System.Globalization;
using Microsoft.Build.Framework;
using MlOps.Build.Engine.Data.Folders;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Engine.Tracking;

namespace MlOps.Build.Tasks;

/// <summary>Reads the item that <c>_MlOpsDescribeProject</c> makes.</summary>
internal static class ProjectItem
{
    public static ModelProject Read(ITaskItem item, IReadOnlyList<string> data)
    {
        var threads = Number(item, "Threads");
        return new ModelProject
        {
            Name = item.GetMetadata("ModelName"),
            Folder = Path.GetDirectoryName(item.ItemSpec)!,
            // Two patterns may name the same file; its rows count once.
            Data = DataPaths.Expand(data),
            NamedData = [.. data.Select(Path.TrimEndingDirectorySeparator)],
            DataSources = Pairs(item, "DataSources"),
            Partitioned = Pairs(item, "Partitioned").ToDictionary(
                pair => Path.TrimEndingDirectorySeparator(pair.Key), pair => pair.Value.Equals("true", StringComparison.OrdinalIgnoreCase), StringComparer.Ordinal),
            SchemaFile = item.GetMetadata("SchemaFile"),
            ConfigurationFile = item.GetMetadata("TrainingConfigFile"),
            ChecklistFile = item.GetMetadata("ChecklistFile"),
            ModelCardFile = item.GetMetadata("ModelCardFile"),
            StateFolder = item.GetMetadata("StateFolder"),
            OutputFolder = item.GetMetadata("OutputFolder"),
            LabelColumn = Text(item, "Label"),
            License = Text(item, "License"),
            Stage = item.GetMetadata("Stage"),
            ReportLanguage = Text(item, "ReportLanguage") ?? "en",
            ReferenceDate = Text(item, "ReferenceDate"),
            ReferenceData = Full(item, "ReferenceData"),
            ReferenceSchema = Full(item, "ReferenceSchema"),
            ServingData = Full(item, "ServingData"),
            ChampionPackage = Full(item, "ChampionPackage"),
            ChampionStage = Text(item, "ChampionStage") ?? ModelProject.DefaultChampionStage,
            Artifact = Text(item, "Artifact"),
            Feed = Full(item, "Feed"),
            PackageId = Text(item, "PackageId"),
            TargetFrameworks = item.GetMetadata("TargetFrameworks").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Trainers = item.GetMetadata("Trainers").Split('|', StringSplitOptions.RemoveEmptyEntries),
            Models = Pairs(item, "Models"),
            AssetsFile = Text(item, "AssetsFile"),
            RunsFile = item.GetMetadata("Tracking").Equals("false", StringComparison.OrdinalIgnoreCase)
                ? null
                : Full(item, "RunsFile") ?? RunsFile.Default(Path.GetDirectoryName(item.ItemSpec)!),
            Threads = threads > 0 ? (int)threads : Environment.ProcessorCount,
            Cache = CacheSettings.Of(CacheFolder(item), Number(item, "CacheLimit"), Environment.GetEnvironmentVariable),
        };
    }

    public static string HelpFolder(ITaskItem item) => item.GetMetadata("HelpFolder");

    // A relative folder in a project file means below the project, never below the current folder.
    private static string? CacheFolder(ITaskItem item) =>
        item.GetMetadata("CacheFolder") is { Length: > 0 } folder && folder != CacheSettings.Off
            ? Path.Combine(Path.GetDirectoryName(item.ItemSpec)!, folder)
            : item.GetMetadata("CacheFolder");

    // "path>value|path>value", as the target writes it.
    private static Dictionary<string, string> Pairs(ITaskItem item, string name)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in item.GetMetadata(name).Split('|', StringSplitOptions.RemoveEmptyEntries))
            pairs[pair[..pair.IndexOf('>', StringComparison.Ordinal)]] = pair[(pair.IndexOf('>', StringComparison.Ordinal) + 1)..];
        return pairs;
    }

    private static string? Text(ITaskItem item, string name) => item.GetMetadata(name) is { Length: > 0 } text ? text : null;

    private static string? Full(ITaskItem item, string name) =>
        Text(item, name) is { } path ? Path.GetFullPath(path, Path.GetDirectoryName(item.ItemSpec)!) : null;

    private static long Number(ITaskItem item, string name) =>
        long.TryParse(item.GetMetadata(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
