using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Folders;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool;

/// <summary>Data files and contracts that a command line names.</summary>
internal static class DataFileInput
{
    /// <summary>The rows of files, read as one table; null, with errors, when that cannot be.</summary>
    public static Table? Read(ToolEnvironment environment, IReadOnlyList<string> files, DataSchema? schema, Report report, CancellationToken cancellation) =>
        TableReader.Read(Sources(environment, files), schema, report.Diagnostics, cancellation);

    /// <summary>Files, folders and what patterns match, for shells that leave patterns alone; a pattern that matches nothing stays, and is said not to exist.</summary>
    public static IReadOnlyList<DataSource> Sources(ToolEnvironment environment, IEnumerable<string> files) =>
        [.. Paths(environment, files).Select(file => new DataSource(environment.FullPath(file), Name(file)))];

    /// <summary>As <see cref="Sources"/>, each path as it was written.</summary>
    public static IEnumerable<string> Paths(ToolEnvironment environment, IEnumerable<string> files) => files.SelectMany(file =>
        PathPattern.Is(file) && PathPattern.Find(environment.Folder, file) is { Count: > 0 } found ? found.Select(environment.Display) : [file]);

    /// <summary>The contract in a file; null without one, and with errors when it is not sound.</summary>
    public static DataSchema? Schema(ToolEnvironment environment, string? file, Report report)
    {
        if (file is null)
            return null;
        var path = environment.FullPath(file);
        if (File.Exists(path))
            return ProjectText.Read(Name(file), path, report.Diagnostics) is { } text ? SchemaFile.Parse(Name(file), text, report.Diagnostics) : null;
        report.Diagnostics.Error(DataCodes.Unreadable, $"'{Name(file)}' does not exist. Name a contract with --schema, or leave it out to infer types.");
        return null;
    }

    private static string Name(string file) => file.Replace('\\', '/');
}
