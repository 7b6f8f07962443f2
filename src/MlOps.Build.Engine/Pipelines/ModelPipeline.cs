using MlOps.Build.Contracts;
using MlOps.Build.Engine.Checks.Reproducibility;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Tracking;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>The stages of a model project, in order.</summary>
internal sealed class ModelPipeline
{
    private readonly Workspace _workspace;
    private readonly StageRunner _runner;

    /// <param name="project">The project.</param>
    /// <param name="shelf">The table that an earlier task has read.</param>
    /// <param name="runs">Where the runs of what is trained go; null keeps none.</param>
    public ModelPipeline(ModelProject project, TableShelf? shelf = null, IRunLog? runs = null)
    {
        _workspace = new Workspace(project, shelf ?? new TableShelf());
        _runner = new StageRunner(_workspace, new CacheStore(project.Cache), runs);
    }

    public static IReadOnlyList<IStage> Stages { get; } =
    [
        new DataStage(), new ProfileStage(), new SplitStage(), new FeatureStage(), new TuneStage(), new TrainStage(),
        new BacktestStage(), new EvaluateStage(), CheckStage.Same, CheckStage.OfMachine, new GateStage(), new PackageStage(), new ReportStage(),
    ];

    /// <summary>Finds the leading stages that are up to date. Changes nothing but the memory of hashes and published copies.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PipelinePlan Plan(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var held = _runner.Hold(progress, cancellationToken);
            var done = Stages.Select(_runner.Current).TakeWhile(receipt => receipt is not null).OfType<Receipt>().ToList();
            if (done.Exists(receipt => receipt.Stage == StageNames.Report))
                Publish();
            _workspace.Hashes.Save();
            return new PipelinePlan(done, [.. Stages.Skip(done.Count).Select(stage => stage.Name)], []);
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            return new PipelinePlan([], [], [IoFailure.Describe(exception, "the outputs of the stages", _workspace.State.Root)]);
        }
    }

    /// <summary>Brings one stage up to date; those before it must be.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing half-written is left.</exception>
    public StageOutcome Run(string stage, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var outcome = _runner.Run(Stages.First(candidate => candidate.Name == stage), progress, cancellationToken);
        if (stage != StageNames.Report || !outcome.Succeeded)
            return outcome;
        try
        {
            using var held = _runner.Hold(progress, cancellationToken);
            Publish();
            _workspace.Hashes.Save();
            var project = _workspace.Project;
            return outcome with { Headline = project.Display(Path.Combine(project.OutputFolder, outcome.Headline)) };
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            var failure = IoFailure.Describe(exception, "the report", _workspace.Project.OutputFolder);
            return outcome with { State = StageState.Failed, Diagnostics = [.. outcome.Diagnostics, failure] };
        }
    }

    /// <summary>
    /// The first stage up to the evaluation whose outputs are not those of today's inputs; null when there is none. The checks that follow
    /// depend on the checklist, which may have changed. Changes nothing but the memory of hashes.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public string? Outdated(CancellationToken cancellationToken)
    {
        using var held = _runner.Hold(null, cancellationToken);
        return Stages.TakeWhile(stage => stage.Name != StageNames.Checks).FirstOrDefault(stage => _runner.Current(stage) is null)?.Name;
    }

    /// <summary>The judged checklist, when there is one of today's inputs.</summary>
    public GateSummary? Gate()
    {
        // The one with what was measured on this machine says more; a package never holds it.
        foreach (var file in new[] { StageFiles.MeasuredGate, StageFiles.GateSummary })
        {
            if (File.Exists(_workspace.State.File(StageNames.Gate, file)))
                return _workspace.Read(StageNames.Gate, file, ContractsJson.Default.GateSummary);
        }

        return null;
    }

    /// <summary>Trains again in other processes and compares the bytes; an error where they differ. The training must be up to date.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<Diagnostic> VerifyReproducible(IProgress<string>? progress, CancellationToken cancellationToken) =>
        Retraining.Compare(_workspace, progress, cancellationToken).Select(ReproducibleFindings.Of);

    private void Publish() => new Publisher(_workspace).Publish();
}
