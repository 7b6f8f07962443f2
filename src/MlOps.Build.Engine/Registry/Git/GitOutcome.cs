namespace MlOps.Build.Engine.Registry.Git;

/// <summary>How a run of git ended.</summary>
internal sealed record GitOutcome(int ExitCode, string Output, string Errors)
{
    /// <summary>The exit code of a git that is not there.</summary>
    public const int NoGit = -1;

    public bool Succeeded => ExitCode == 0;

    /// <summary>What it printed, without the end of the line.</summary>
    public string Text => Output.TrimEnd('\n', '\r');

    /// <summary>What it said of its failure, in one line, without hints and without the passwords of addresses.</summary>
    public string Reason
    {
        get
        {
            var lines = Errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var telling = lines.Where(line => !line.StartsWith("hint:", StringComparison.Ordinal) && !line.StartsWith("To ", StringComparison.Ordinal)).ToList();
            return GitAddress.WithoutUsers(telling.Count == 0 ? $"git ended with {ExitCode}" : string.Join(" ", telling));
        }
    }
}
