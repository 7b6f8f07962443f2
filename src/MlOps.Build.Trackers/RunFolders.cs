using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Trackers.TensorBoard;
using MlOps.Build.Trackers.WeightsAndBiases;

namespace MlOps.Build.Trackers;

/// <summary>Writes runs to the folders that the environment names: TensorBoard's (<c>MLOPS_TENSORBOARD_DIR</c>) and those for <c>wandb sync</c> (<c>WANDB_MODE=offline</c>).</summary>
internal sealed class RunFolders
{
    private readonly Func<string, string?> _variable;
    private readonly string? _tensorBoard;
    private readonly string? _wandb;

    private RunFolders(Func<string, string?> variable, string otherwise)
    {
        _variable = variable;
        _tensorBoard = variable("MLOPS_TENSORBOARD_DIR") is { Length: > 0 } folder ? folder : null;
        _wandb = WandbSettings.OfflineFolder(variable, otherwise);
    }

    public bool IsEmpty => _tensorBoard is null && _wandb is null;

    /// <param name="variable">The environment.</param>
    /// <param name="otherwise">Where offline runs go without <c>WANDB_DIR</c>.</param>
    public static RunFolders FromEnvironment(Func<string, string?> variable, string otherwise) => new(variable, otherwise);

    public void Write(TrackedRun run, DiagnosticBag diagnostics)
    {
        if (_tensorBoard is { } events)
            Try(events, run, diagnostics, () => TensorBoardLog.Write(run, events));
        // 'wandb sync' takes a folder once: it is written when the run has ended.
        if (_wandb is { } wandb && run.Status != RunStatus.Running)
            Try(wandb, run, diagnostics, () => WandbFolder.Write(run, wandb, _variable));
    }

    private static void Try(string folder, TrackedRun run, DiagnosticBag diagnostics, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FailedWriteException)
        {
            diagnostics.Warning(RunSinkCodes.Spool, $"run '{run.Name}' cannot be written to '{folder}' ({exception.Message}). Free space, or mend the folder's rights or its name.");
        }
    }
}
