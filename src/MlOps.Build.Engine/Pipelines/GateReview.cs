using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Pipelines.Stages;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Judges the checklist of a built project as it is now, by what the last build measured.</summary>
internal static class GateReview
{
    /// <summary>The judged checklist; null, with errors, when there is nothing to judge or the checklist means nothing.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GateSummary? Run(ModelProject project, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var workspace = new Workspace(project, new TableShelf());
        var place = new SourcePosition(project.Display(project.ChecklistFile));
        if (workspace.State.Receipt(StageNames.Evaluate) is null)
        {
            diagnostics.Error(GateCodes.NotBuilt, "there is no evaluation to judge by. Run 'dotnet build' first.", place);
            return null;
        }

        if (new ModelPipeline(project).Outdated(cancellationToken) is { } stage)
        {
            diagnostics.Warning(GateCodes.Outdated,
                $"what is judged is of an earlier build: stage '{stage}' has something to do. Run 'dotnet build' first.", place);
        }

        var evaluation = workspace.Read(StageNames.Evaluate, StageFiles.EvaluationSummary, ContractsJson.Default.EvaluationSummary);
        return GateStage.Facts(workspace, evaluation) is { } facts && Checklist(workspace, facts, diagnostics) is { } checklist
            ? GateJudge.Judge(checklist, facts, diagnostics)
            : null;
    }

    private static Checklist? Checklist(Workspace workspace, GateFacts facts, DiagnosticBag diagnostics) =>
        workspace.HasChecklistFile
            ? workspace.Checklist(diagnostics)
            : Gates.Checklist.Parse("the default checklist", GateStage.DefaultText(facts.Evaluation, facts.Backtest), diagnostics);
}
