namespace MlOps.Build.Engine.Training.Commands;

/// <summary>
/// Finds a program: with a slash in its name below the folder, otherwise on the path. The runtime's own search would look beside the build's
/// executable and in the build's current folder first.
/// </summary>
internal static class ProgramPath
{
    /// <summary>The program's file; null when there is none.</summary>
    public static string? Find(string program, string folder)
    {
        if (program.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0)
            return File(Path.GetFullPath(program, folder));
        foreach (var place in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (File(Path.Combine(place, program)) is { } found)
                return found;
        }

        return null;
    }

    private static string? File(string path) => Extensions().Select(extension => path + extension).FirstOrDefault(System.IO.File.Exists);

    private static string[] Extensions() => OperatingSystem.IsWindows()
        ? ["", .. (Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';', StringSplitOptions.RemoveEmptyEntries)]
        : [""];
}
