using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MlOps.Build.Engine.Registry.Git;

/// <summary>
/// A git repository, driven through git itself: its configuration, credentials, hooks and transports are the user's own. Git is never
/// asked for input, and hears English only, so that what it says can be told apart.
/// </summary>
/// <param name="folder">A folder in the repository.</param>
/// <param name="variable">Reads an environment variable; the identity and date of a committer are handed on to git.</param>
internal sealed class GitRepository(string folder, Func<string, string?>? variable = null)
{
    private static readonly string[] Handed =
        ["GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"];

    // A hook that starts the kit leaves these behind; they would name another repository than the folder's.
    private static readonly string[] Taken = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

    public string Folder { get; } = folder;

    /// <summary>The root of the working tree, or why there is none.</summary>
    public GitOutcome Root() => Run(["rev-parse", "--show-toplevel"]);

    /// <summary>The commit that a name stands for, 40 or 64 hexadecimal digits; null when there is none.</summary>
    public string? Commit(string name) =>
        Run(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"]) is { Succeeded: true, Text: { Length: > 0 } commit } ? commit : null;

    /// <summary>Runs git and waits for its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from standard input.</param>
    public GitOutcome Run(IReadOnlyList<string> arguments, string? input = null)
    {
        try
        {
            using var git = Process.Start(StartInfo(arguments))!;
            var errors = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEndAsync();
            Feed(git, input);
            git.WaitForExit();
            return new GitOutcome(git.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return new GitOutcome(GitOutcome.NoGit, "", "git could not be started. Install git, or put it on the PATH.");
        }
    }

    private ProcessStartInfo StartInfo(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        foreach (var name in Taken)
            start.Environment.Remove(name);
        foreach (var name in Handed.Where(name => variable?.Invoke(name) is not null))
            start.Environment[name] = variable!(name);
        return start;
    }

    private static void Feed(Process git, string? input)
    {
        try
        {
            git.StandardInput.Write(input);
            git.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read its input; the exit code says why.
        }
    }
}
