using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>One step of a model build: files in, files out.</summary>
internal interface IStage
{
    /// <summary>The name of its folder, such as <c>train</c>.</summary>
    string Name { get; }

    /// <summary>Counts up when the same inputs give other outputs for a reason that the engine's module version does not show.</summary>
    int Version { get; }

    /// <summary>Everything that the outputs depend on.</summary>
    /// <returns>Null, with errors, when the stage cannot run.</returns>
    StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics);

    /// <summary>Writes the outputs.</summary>
    /// <returns>The stage's one line; null, with errors, when it could not.</returns>
    string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken);
}
