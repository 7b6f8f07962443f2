using System.Diagnostics;
using System.Text;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What git knows of a versioned path, and the line of <c>.gitignore</c> that keeps it out, written as DVC writes it.</summary>
internal static class GitIgnoreFile
{
    private const string Special = "[]!*#?";

    /// <summary>Adds the line unless git ignores the path already or there is no git repository.</summary>
    /// <returns>True when it was written.</returns>
    public static bool Add(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!IsInGit(folder) || IsIgnored(folder, path))
            return false;
        var file = Path.Combine(folder, ".gitignore");
        var text = File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8) : "";
        var line = Line(Path.GetFileName(path));
        if (text.Split('\n').Contains(line))
            return false;
        WholeFile.Write(file, $"{text}{(text.Length == 0 || text.EndsWith('\n') ? "" : "\n")}{line}\n");
        return true;
    }

    /// <summary>The line: from the folder's root, with what means something in patterns escaped.</summary>
    public static string Line(string name) =>
        "/" + string.Concat(name.Select(c => Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));

    private static bool IsInGit(string folder)
    {
        for (var here = folder; here is not null; here = Path.GetDirectoryName(here))
        {
            if (Path.Exists(Path.Combine(here, ".git")))
                return true;
        }

        return false;
    }

    /// <summary>True when git keeps the path or something below it; false where git is not installed.</summary>
    public static bool IsTracked(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return IsInGit(folder) && Git(folder, "ls-files", "--", path) is { Length: > 0 };
    }

    // Only git knows all that it ignores; where it is not installed, the line itself is looked for.
    private static bool IsIgnored(string folder, string path) => Git(folder, "check-ignore", "--no-index", "--", path) is not null;

    // Null when git says no, or is not there.
    private static string? Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            errors.GetAwaiter().GetResult();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
