namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What stands where a file or folder of a version belongs: a folder in a file's place, a file in a folder's, a link.</summary>
internal static class DvcObstacles
{
    /// <summary>Removes them; the plan has made sure that nothing is lost.</summary>
    public static void Clear(DvcOutput output, DvcPlan plan)
    {
        if (output.Hash.IsDirectory ? File.Exists(output.Path) : Directory.Exists(output.Path))
            Remove(output.Path);
        foreach (var file in plan.Wrong)
        {
            if (Directory.Exists(file.Path))
                Remove(file.Path);
            foreach (var folder in Above(output.Path, file.Path)
                .Where(folder => File.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null))
            {
                Remove(folder);
            }
        }
    }

    private static IEnumerable<string> Above(string root, string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null && folder.Length > root.Length; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    // A link is removed, never what it leads to.
    private static void Remove(string path)
    {
        if (new DirectoryInfo(path).LinkTarget is null && Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else
            File.Delete(path);
    }
}
