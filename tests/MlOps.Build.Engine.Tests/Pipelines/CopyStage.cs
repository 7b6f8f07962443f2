using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>A stage that copies a file in upper case, and counts how often it ran.</summary>
internal sealed class CopyStage(string input, string option = "") : IStage
{
    public string Name => "copy";

    public int Version { get; init; } = 1;

    public int Runs { get; private set; }

    /// <summary>Called in the middle of the work, with the folder that it writes to.</summary>
    public Action<StageRun>? Meanwhile { get; init; }

    public StageInputs Inputs(Workspace workspace, DiagnosticBag diagnostics) =>
        new() { Files = [input], Options = [StageInputs.Option("option", option)] };

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        Runs++;
        run.Write("first.txt", "half");
        Meanwhile?.Invoke(run);
        run.Write("copy.txt", File.ReadAllText(input).ToUpperInvariant());
        return run.Diagnostics.HasErrors ? null : "copied";
    }
}
