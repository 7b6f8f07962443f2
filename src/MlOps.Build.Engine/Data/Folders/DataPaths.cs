using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Folders;

/// <summary>Data as people name them, files and folders, as files.</summary>
internal static class DataPaths
{
    /// <summary>
    /// Absolute paths with folders replaced by their files, each once. A folder that cannot be replaced stays, and what reads it says why.
    /// </summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => Files(Path.TrimEndingDirectorySeparator(path))).Distinct(StringComparer.Ordinal)];

    /// <summary>Null, with errors, when a folder cannot be read.</summary>
    public static IReadOnlyList<DataSource>? Expand(IReadOnlyList<DataSource> sources, DiagnosticBag diagnostics)
    {
        if (!sources.Any(source => Directory.Exists(source.Path)))
            return sources;
        var files = new List<DataSource>();
        var sound = true;
        foreach (var source in sources)
        {
            try
            {
                files.AddRange(Directory.Exists(source.Path) ? Files(source) : [source]);
            }
            catch (Exception exception) when (IsFault(exception))
            {
                DataBytes.Report(exception, source.Name, diagnostics);
                sound = false;
            }
        }

        return sound ? files : null;
    }

    private static IReadOnlyList<string> Files(string path)
    {
        try
        {
            return Directory.Exists(path) ? DataFolder.Files(path) : [path];
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return [path];
        }
    }

    private static IEnumerable<DataSource> Files(DataSource folder) => DataFolder.Files(folder.Path).Select(path => folder with
    {
        Path = path,
        Name = Join(folder.Name, Path.GetRelativePath(folder.Path, path).Replace('\\', '/')),
    });

    private static string Join(string folder, string path) => folder is "." or "./" ? path : $"{folder.TrimEnd('/')}/{path}";

    private static bool IsFault(Exception exception) => exception is DamagedFileException or IOException or UnauthorizedAccessException;
}
