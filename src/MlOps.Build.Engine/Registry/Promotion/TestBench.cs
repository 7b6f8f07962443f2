using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>A project's test rows, made anew in a folder of their own: no cache, and nothing of an earlier build.</summary>
internal sealed record TestBench(Workspace Workspace, DataSchema Schema, TrainingConfig Config, Table Table)
{
    public Split Split => Workspace.Split().Split;

    /// <summary>The identity of the test rows; null when it cannot be told.</summary>
    public string? Fingerprint => Workspace.Read(StageNames.Split, StageFiles.SplitSummary, ContractsJson.Default.SplitSummary).TestFingerprint;

    /// <summary>Null, with errors, when data, contract or configuration do not give test rows.</summary>
    /// <param name="project">The model's project, with the champion and the stage that count.</param>
    /// <param name="folder">Where the stages leave their outputs.</param>
    /// <param name="diagnostics">Takes errors.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static TestBench? Make(ModelProject project, string folder, DiagnosticBag diagnostics, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var apart = project with
        {
            StateFolder = Path.Combine(folder, "state"),
            OutputFolder = Path.Combine(folder, "output"),
            Cache = new CacheSettings(null),
            Trainers = null,
        };
        var shelf = new TableShelf();
        var pipeline = new ModelPipeline(apart, shelf);
        foreach (var stage in new[] { StageNames.Data, StageNames.Split })
        {
            var outcome = pipeline.Run(stage, progress, cancellationToken);
            diagnostics.AddRange(outcome.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
            if (!outcome.Succeeded)
                return null;
        }

        var workspace = new Workspace(apart, shelf);
        return workspace.Schema(diagnostics) is { } schema && workspace.Configuration(diagnostics) is { } config
            && workspace.Table(schema, diagnostics, cancellationToken) is { } table
            ? new TestBench(workspace, schema, config, table)
            : null;
    }
}
