using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The files that <c>dvc init</c> writes; existing ones stay.</summary>
internal static class DvcInit
{
    private const string Ignored = "/config.local\n/tmp\n/cache\n";

    private const string IgnoreText =
        "# Add patterns of files dvc should ignore, which could improve\n"
        + "# the performance. Learn more at\n"
        + "# https://dvc.org/doc/user-guide/dvcignore\n";

    /// <summary>Writes what is missing.</summary>
    /// <returns>The files that were written, absolute.</returns>
    public static IReadOnlyList<string> Write(string root)
    {
        var folder = Path.Combine(root, DvcLayout.Folder);
        Directory.CreateDirectory(folder);
        var files = new[]
        {
            (Path.Combine(folder, "config"), ""),
            (Path.Combine(folder, ".gitignore"), Ignored),
            (Path.Combine(root, DvcLayout.IgnoreFile), IgnoreText),
        };
        var written = new List<string>();
        foreach (var (file, text) in files.Where(file => !File.Exists(file.Item1)))
        {
            WholeFile.Write(file, text);
            written.Add(file);
        }

        return written;
    }
}
