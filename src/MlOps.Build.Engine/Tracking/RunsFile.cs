namespace MlOps.Build.Engine.Tracking;

/// <summary>Where runs are kept when nobody says.</summary>
internal static class RunsFile
{
    public const string Folder = ".mlops";

    public const string Name = "runs.db";

    /// <summary>The folder beside the file where runs wait for the servers that they are for.</summary>
    public const string SpoolName = "spool";

    /// <summary><c>.mlops/runs.db</c> in the nearest folder from the project's up that holds <c>.git</c>, else in the project's folder.</summary>
    public static string Default(string project)
    {
        for (var folder = project; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // A file in a worktree or a submodule, a folder else.
            if (Path.Exists(Path.Combine(folder, ".git")))
                return Path.Combine(folder, Folder, Name);
        }

        return Path.Combine(project, Folder, Name);
    }
}
