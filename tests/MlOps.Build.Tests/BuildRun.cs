namespace MlOps.Build.Tests;

/// <summary>What a program left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything it printed.</param>
internal sealed record BuildRun(int ExitCode, string Output)
{
    private static readonly string[] Stages = ["data", "profile", "split", "features", "train", "evaluate", "gate", "package", "report"];

    public bool Succeeded => ExitCode == 0;

    /// <summary>The lines of the stages, without their times.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The stages that did something, in order.</summary>
    public IReadOnlyList<string> Ran => [.. Stages.Where(stage => Times(stage) > 0)];

    /// <summary>How often a stage did something.</summary>
    public int Times(string stage) => Lines.Count(line => IsWork(line, stage));

    public BuildRun ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    private static bool IsWork(string line, string stage) =>
        line.StartsWith(stage + " ", StringComparison.Ordinal) && line.EndsWith(" s", StringComparison.Ordinal);
}
