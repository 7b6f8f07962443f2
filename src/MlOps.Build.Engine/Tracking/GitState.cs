using MlOps.Build.Engine.Checks;

namespace MlOps.Build.Engine.Tracking;

/// <summary>What git says of a folder.</summary>
/// <param name="Commit">What is checked out; null outside of a repository, and without git.</param>
/// <param name="HasChanges">Whether tracked files below the folder differ from it; null when that is not known.</param>
internal sealed record GitState(string? Commit, bool? HasChanges)
{
    public static GitState Of(string folder, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (Git(folder, longest, cancellationToken, "rev-parse", "--verify", "HEAD")?.Trim() is not { } commit)
            return new GitState(null, null);
        var changes = Git(folder, longest, cancellationToken, "status", "--porcelain", "--untracked-files=no", "--", ".");
        return new GitState(commit, changes is null ? null : changes.Length > 0);
    }

    // Without git, or outside of a repository, nothing is known.
    private static string? Git(string folder, TimeSpan longest, CancellationToken cancellationToken, params string[] arguments)
    {
        var (output, failure) = ChildProcess.Run("git", ["-C", folder, .. arguments], null, null, longest, cancellationToken);
        return failure is null ? output : null;
    }
}
