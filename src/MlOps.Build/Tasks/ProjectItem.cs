using System.Globalization;
using Microsoft.Build.Framework;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;

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
            Data = [.. data.Distinct(StringComparer.Ordinal)],
            SchemaFile = item.GetMetadata("SchemaFile"),
            ConfigurationFile = item.GetMetadata("TrainingConfigFile"),
            ChecklistFile = item.GetMetadata("ChecklistFile"),
            StateFolder = item.GetMetadata("StateFolder"),
            OutputFolder = item.GetMetadata("OutputFolder"),
            LabelColumn = item.GetMetadata("Label") is { Length: > 0 } label ? label : null,
            License = item.GetMetadata("License") is { Length: > 0 } license ? license : null,
            Stage = item.GetMetadata("Stage"),
            ReportLanguage = item.GetMetadata("ReportLanguage") is { Length: > 0 } language ? language : "en",
            ReferenceDate = item.GetMetadata("ReferenceDate") is { Length: > 0 } date ? date : null,
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

    private static long Number(ITaskItem item, string name) =>
        long.TryParse(item.GetMetadata(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
