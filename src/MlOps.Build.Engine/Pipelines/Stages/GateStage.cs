using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Judges the checklist. Decides and records; <c>MlOpsEnforceGate</c> turns verdicts into errors.</summary>
internal sealed class GateStage : IStage
{
    public string Name => StageNames.Gate;

    public int Version => 1;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema)
            return null;
        return new StageInputs
        {
            Files = [workspace.Project.ChecklistFile],
            Upstream = [new(StageNames.Evaluate, StageFiles.EvaluationSummary)],
            Options = [StageInputs.Option("sensitive", Sensitive(schema)), StageInputs.Option("stage", workspace.Project.Stage)],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        var evaluation = workspace.Read(StageNames.Evaluate, StageFiles.EvaluationSummary, ContractsJson.Default.EvaluationSummary);
        if (workspace.Schema([]) is not { } schema || Checklist(workspace, evaluation, run) is not { } checklist)
            return null;
        var facts = new GateFacts
        {
            Evaluation = evaluation,
            SensitiveColumns = Sensitive(schema).ToHashSet(StringComparer.Ordinal),
            Stage = workspace.Project.Stage,
        };
        if (GateJudge.Judge(checklist, facts, run.Diagnostics) is not { } gate)
            return null;
        run.Write(StageFiles.GateSummary, gate, ContractsJson.Default.GateSummary);
        return StageHeadlines.Gate(gate);
    }

    private static Checklist? Checklist(Workspace workspace, EvaluationSummary evaluation, StageRun run)
    {
        if (workspace.HasChecklistFile)
            return workspace.Checklist(run.Diagnostics);
        var slices = evaluation.Slices.Select(slice => slice.Column).Distinct().ToList();
        var text = DefaultChecklist.For(evaluation.Task, slices, evaluation.Confidence);
        run.Write(StageFiles.Checklist, text);
        var made = workspace.State.File(StageNames.Gate, StageFiles.Checklist);
        return Gates.Checklist.Parse(workspace.Project.Display(made), text, run.Diagnostics);
    }

    private static IEnumerable<string> Sensitive(DataSchema schema) =>
        schema.Columns.Where(column => column.Sensitive).Select(column => column.Name);
}
